import { useState } from 'preact/hooks';
import type * as v from 'valibot';
import type { AutoMatch, Organizers } from '../../../../wire/organizers/organizers.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';
import { howWords } from '../../words/organizers.ts';
import { counted, ringCentralWords } from '../../words/sync.ts';

type Preview = v.InferOutput<typeof AutoMatch>;

/** Finds employees by the extension's e-mail, the user's e-mail and phone numbers: shown first, or saved at once. */
export function AutoMatchCard({ company, onSaved }: { company: CompanyClient; onSaved: (organizers: Organizers) => void }) {
  const [preview, setPreview] = useState<Preview | null>(null);
  /** How far a saving is; null: nothing was saved since the last look. */
  const [matched, setMatched] = useState<{ saved: number; left: number } | null>(null);
  const { saving, isBusy, send } = useSaving();
  const look = async (): Promise<void> => {
    setMatched(null);
    setPreview(await send(company.previewAutoMatch));
  };
  const save = async (): Promise<void> => {
    setMatched(null);
    for (let before = 0; ;) {
      const next = await send(company.autoMatch);
      if (!next) return;
      const sofar = { saved: before + next.saved, left: next.left };
      setPreview(null);
      setMatched(sofar);
      onSaved(next.organizers);
      if (next.left === 0 || next.saved === 0) return;
      before = sofar.saved;
    }
  };
  return (
    <section class="card" aria-labelledby="auto-match">
      <h3 id="auto-match">Auto-match</h3>
      <p class="quiet">By the extension’s e-mail, then the user’s e-mail, then phone numbers. Rows you chose yourself, and people who connected, stay as they are.</p>
      <div class="actions">
        <Button disabled={isBusy} onClick={() => void look()}>Preview auto-match</Button>
        <Button tone="primary" disabled={isBusy} onClick={() => void save()}>Auto-match and save</Button>
        <SavingWords saving={saving} busy={matched ? `${counted(matched.saved, 'extension')} of ${(matched.saved + matched.left).toLocaleString('en-US')} mapped…` : 'Comparing with RingCentral…'} done={matched ? matchedWords(matched) : ''} worded={ringCentralWords} />
      </div>
      {preview && <Previewed preview={preview} />}
    </section>
  );
}

const matchedWords = ({ saved, left }: { saved: number; left: number }): string =>
  saved + left === 0 ? 'Nothing new to map' : left === 0 ? `Matched and saved: ${counted(saved, 'extension')}` : `${counted(saved, 'extension')} mapped, ${left.toLocaleString('en-US')} left: press it again`;

function Previewed({ preview: { matches, ambiguous, unmatched } }: { preview: Preview }) {
  return (
    <div class="preview" role="status">
      {matches.length === 0 ? <p>Nothing would change.</p> : <p>{counted(matches.length, 'extension')} would be mapped. Nothing is saved yet.</p>}
      <ul class="plain-rows">
        {matches.map(({ extensionId, extensionNumber, name, employee, how }) => <li key={extensionId}><span>{name} <span class="quiet">Ext. {extensionNumber}</span> → <b>{employee.name}</b></span><span class="quiet">{howWords[how]}</span></li>)}
        {ambiguous.map(({ extensionId, extensionNumber, name }) => <li key={extensionId}><span>{name} <span class="quiet">Ext. {extensionNumber}</span></span><span class="amber">Several employees fit: choose by hand</span></li>)}
      </ul>
      {unmatched > 0 && <p class="quiet">{counted(unmatched, 'extension')} {unmatched === 1 ? 'fits' : 'fit'} nobody.</p>}
    </div>
  );
}
