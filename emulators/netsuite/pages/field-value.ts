import { type Content, html, safeHref } from './html.ts';
import type { FieldModel } from './model.ts';

/** A field's value as people read it in view mode. */
export function renderValue(field: FieldModel, telLinks: boolean): Content {
  const text = field.text || field.value;
  switch (field.type) {
    case 'checkbox': return html`<span class="checkbox-read" data-checked="${field.value === 'T' ? 'T' : 'F'}" role="img" aria-label="${field.value === 'T' ? 'Yes' : 'No'}"></span>`;
    case 'password': return field.value && '••••••••';
    case 'phone': return telLinks && text ? html`<a href="tel:${text.replace(/[^\d+*#,;]/g, '')}">${text}</a>` : text;
    case 'email': return text && html`<a class="dottedlink" href="mailto:${text}">${text}</a>`;
    case 'url': return linked(text, safeHref(field.value), true);
    case 'select': return linked(text, field.link === null ? null : safeHref(field.link), false);
    default: return text;
  }
}

function linked(text: string, href: string | null, outward: boolean): Content {
  if (!text || href === null) return text;
  return outward ? html`<a class="dottedlink" href="${href}" target="_blank" rel="noopener noreferrer">${text}</a>` : html`<a class="dottedlink" href="${href}">${text}</a>`;
}
