/**
 * HTML as a value. A template literal escapes everything put into it, unless the value is Html itself,
 * so text from outside stays text without anybody having to remember it.
 */

/** Markup that may go into a page as it is. */
export class Html {
  readonly markup: string;
  constructor(markup: string) { this.markup = markup; }
  toString(): string { return this.markup; }
}

/** What a template takes: null, undefined and false leave nothing; arrays are joined without a separator. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function markupOf(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'object') return content.map(markupOf).join('');
  return escapeHtml(String(content));
}

/** Builds markup; every inserted text is escaped. Attributes must be quoted in the template. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  let markup = strings[0] ?? '';
  values.forEach((value, index) => { markup += markupOf(value) + (strings[index + 1] ?? ''); });
  return new Html(markup);
}

/** Takes markup as it is. Only for INLINEHTML fields and portlets, whose HTML is written by a script. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Data as JSON that cannot end the script element it stands in. */
export function jsonForScript(data: unknown): Html {
  const escaped = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new Html(escaped);
}

/** An address that a link may have, or null: NetSuite's own paths, http(s), mailto, tel; never javascript: and its kin. */
export function safeHref(address: string): string | null {
  if (/^\/(?![/\\])/.test(address) || /^\?/.test(address)) return address;
  return /^(https?|mailto|tel):/i.test(address) ? address : null;
}
