import { infoLink, isInfoLink, type LinkSubject, placeholders } from '../../../../core/people/info-link.ts';
import { type InfoLink, mostInfoLinks } from '../../../../wire/people/call-card.ts';
import { Button } from '../../../ui/button.tsx';

const example: LinkSubject = { id: '1204', type: 'customer', name: 'Dana Whitfield', company: 'Acme Ltd', phone: '+16505550100' };

/** What is wrong with a link; null: nothing, or nothing was typed yet. */
function troubleOf({ label, template }: InfoLink): string | null {
  if (label.trim() === '' && template.trim() === '') return null;
  if (!isInfoLink(template.trim())) return 'Enter an address that begins with https:// and a host of its own, with no other placeholders than those above.';
  return label.trim() === '' ? 'Give the link a name.' : null;
}

/** Info Links: addresses with placeholders, which become links in a call. */
export function InfoLinksCard({ links, onChange }: { links: readonly InfoLink[]; onChange: (links: InfoLink[]) => void }) {
  const change = (at: number, part: Partial<InfoLink>): void => onChange(links.map((link, index) => (index === at ? { ...link, ...part } : link)));
  return (
    <section class="card" aria-labelledby="info-links">
      <h3 id="info-links">Info Links</h3>
      <p class="quiet">Links to other systems, shown in a call. Placeholders: {placeholders.map((name) => `{${name}}`).join(', ')}. A link whose placeholder is not known of somebody is left out.</p>
      {links.length === 0 && <p>None yet.</p>}
      <ul class="plain-rows">
        {links.map((link, at) => {
          const trouble = troubleOf(link);
          const shown = infoLink(link.template.trim(), example);
          return (
            <li key={at} class="link-row">
              <label class="field"><span>Name</span><input value={link.label} maxLength={40} autocomplete="off" onInput={(event) => change(at, { label: event.currentTarget.value })} /></label>
              <label class="field"><span>Address</span><input value={link.template} maxLength={500} autocomplete="off" spellcheck={false} placeholder="https://erp.example.com/customers/{id}" aria-invalid={trouble ? true : undefined} onInput={(event) => change(at, { template: event.currentTarget.value })} /></label>
              <Button icon="close" iconOnly onClick={() => onChange(links.filter((_link, index) => index !== at))}>{`Remove ${link.label || 'this link'}`}</Button>
              {trouble ? <small class="said">{trouble}</small> : shown && <small class="quiet">For example {shown}</small>}
            </li>
          );
        })}
      </ul>
      <div class="actions"><Button icon="add" disabled={links.length >= mostInfoLinks} onClick={() => onChange([...links, { label: '', template: '' }])}>Add link</Button></div>
    </section>
  );
}
