import { useState } from 'preact/hooks';
import type { LoggingCard } from '../../../../wire/settings/logging.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import type { NetSuiteFailure } from '../../../netsuite/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';

type Keeping = LoggingCard['pictures'];
const choices = [
  ['links', 'Links to RingCentral', 'A message’s record holds the addresses. RingCentral opens them only for the user whose message it is, and keeps them as long as it keeps the message.'],
  ['files', 'Files in the File Cabinet', 'The phone also copies each picture into NetSuite, where it is listed on the phone call. Whoever may see Documents and Files can open it: restrict the folder “RingCentral pictures” in NetSuite where not everybody should.'],
] as const satisfies readonly (readonly [Keeping, string, string])[];

const worded = ({ code }: NetSuiteFailure): string | null =>
  code === 'FORBIDDEN' ? 'Your role may not make folders. It needs Documents and Files at level Edit; ask your administrator.' : null;

/** Whether pictures of texts become files of the company's own. */
export function PicturesCard({ company, kept, onSaved }: { company: CompanyClient; kept: Keeping; onSaved: (card: LoggingCard) => void }) {
  const [wanted, setWanted] = useState<Keeping>(kept);
  const { saving, isBusy, edited, send } = useSaving();
  const save = async (): Promise<void> => {
    const card = await send(() => company.savePictures(wanted));
    if (card) onSaved(card);
  };
  return (
    <form class="card" aria-labelledby="pictures" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h3 id="pictures">Pictures of texts</h3>
      {choices.map(([keeping, label, what]) => (
        <div key={keeping}>
          <label class="tick">
            <input type="radio" name="pictures" checked={wanted === keeping} aria-describedby={`pictures-${keeping}`} onChange={() => { setWanted(keeping); edited(); }} />
            {label}
          </label>
          <p id={`pictures-${keeping}`} class="quiet below-tick">{what}</p>
        </div>
      ))}
      <p class="quiet">The choice holds for messages that come from now on.</p>
      <div class="actions">
        <Button tone="primary" submit disabled={isBusy}>Save</Button>
        <SavingWords saving={saving} worded={worded} done="Saved. Phones that are open follow within a quarter of an hour." />
      </div>
    </form>
  );
}
