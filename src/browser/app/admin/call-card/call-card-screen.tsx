import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { type CallCardChoice, SaveCallCard } from '../../../../wire/people/call-card.ts';
import { Button } from '../../../ui/button.tsx';
import { places } from '../../../ui/line.ts';
import { Loaded } from '../../loaded.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';
import type { AppTools } from '../../tools.ts';
import { CallFieldsCard } from './call-fields-card.tsx';
import { InfoLinksCard } from './info-links-card.tsx';

/** What people see of the matched record in a call: an administrator's choice of fields, and links that lead on. */
export function CallCardScreen({ tools }: { tools: AppTools }) {
  return <Loaded read={tools.company.readCallCard} reading="Reading the settings…">{(choice, take) => <Choice tools={tools} kept={choice} onSaved={take} />}</Loaded>;
}

function Choice({ tools: { company, line }, kept, onSaved }: { tools: AppTools; kept: CallCardChoice; onSaved: (choice: CallCardChoice) => void }) {
  const [choice, setChoice] = useState(kept);
  const { saving, isBusy, edited, send } = useSaving();
  const change = (part: Partial<CallCardChoice>): void => {
    setChoice({ ...choice, ...part });
    edited();
  };
  const wanted: CallCardChoice = { ...choice, links: choice.links.filter(({ label, template }) => label.trim() !== '' || template.trim() !== '') };
  const canSave = v.is(SaveCallCard, { choice: wanted });
  const save = async (): Promise<void> => {
    const next = canSave ? await send(() => company.saveCallCard(wanted)) : null;
    if (!next) return;
    setChoice(next);
    onSaved(next);
    void line.ask({ name: 'company-changed' }, places.connection);
  };
  return (
    <form class="settings" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div class="cards">
        <CallFieldsCard company={company} fields={choice.fields} onChange={(fields) => change({ fields })} />
        <InfoLinksCard links={choice.links} onChange={(links) => change({ links })} />
      </div>
      <div class="actions">
        <Button tone="primary" submit disabled={isBusy || !canSave}>Save</Button>
        <SavingWords saving={saving} done="Saved. Phones that are open follow within a quarter of an hour." />
      </div>
    </form>
  );
}
