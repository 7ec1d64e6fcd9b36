import { useEffect, useState } from 'preact/hooks';
import type { IndexCard } from '../../../../wire/people/phone-index.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../loaded.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';
import { builtWords, indexTrouble, runWords } from '../../words/phone-index.ts';
import { indexFace, isRebuilding } from './index-face.ts';

/** While a rebuild runs, how often NetSuite is asked how far it is. */
const LOOK_AGAIN_MS = 3_000;

/** The phone index on the Integrations card: how it stands, and a way to have it read everybody again. */
export function PhoneIndexCard({ company }: { company: CompanyClient }) {
  return (
    <section class="card" aria-labelledby="phone-index">
      <h3 id="phone-index">Phone index</h3>
      <Loaded read={company.readIndex} reading="Asking NetSuite how the phone index stands…">
        {(card, take, again) => <Standing company={company} card={card} take={take} again={again} />}
      </Loaded>
    </section>
  );
}

function Standing({ company, card, take, again }: { company: CompanyClient; card: IndexCard; take: (card: IndexCard) => void; again: () => void }) {
  const rebuilding = isRebuilding(card);
  useEffect(() => {
    if (!rebuilding) return undefined;
    const look = setTimeout(again, LOOK_AGAIN_MS);
    return () => clearTimeout(look);
  }, [card]);
  const face = indexFace(card);
  const trouble = indexTrouble(card);
  const { run } = card;
  return (
    <>
      <p><span class={`chip ${face.tone}${face.pulsing ? ' pulsing' : ''}`} role="status">{face.label}</span></p>
      <p>{builtWords(card)}</p>
      {trouble && <p class="amber">{trouble}</p>}
      {rebuilding && (
        <div class="progress-row">
          {run.is === 'running' && <progress max={100} value={run.stage === 'MAP' ? (run.percent ?? 0) : run.stage === 'SUMMARIZE' ? 100 : undefined} aria-label="Rebuild" />}
          <span class="quiet">{runWords(run)}</span>
        </div>
      )}
      {rebuilding ? <p class="quiet">You may leave this page: it goes on, and callers are recognised meanwhile as before.</p> : <Rebuild company={company} onStarted={take} />}
    </>
  );
}

/** Asks first: it reads everybody and takes NetSuite's processors for a while. */
function Rebuild({ company, onStarted }: { company: CompanyClient; onStarted: (card: IndexCard) => void }) {
  const [asked, setAsked] = useState(false);
  const { saving, isBusy, send } = useSaving();
  const start = async (): Promise<void> => {
    const next = await send(company.rebuildIndex);
    if (next) onStarted(next);
  };
  if (!asked) return <div class="actions"><Button onClick={() => setAsked(true)}>Rebuild</Button></div>;
  return (
    <>
      <p role="status">Everybody with a phone number is read again. That takes a while in a big account, and callers are recognised meanwhile as before.</p>
      <div class="actions">
        <Button tone="primary" disabled={isBusy} onClick={() => void start()}>Rebuild now</Button>
        <Button disabled={isBusy} onClick={() => setAsked(false)}>Cancel</Button>
        <SavingWords saving={saving} busy="Starting…" done="" worded={({ code }) => (code === 'CONFLICT' ? 'A rebuild is under way already. Reload the page to see how far it is.' : null)} />
      </div>
    </>
  );
}
