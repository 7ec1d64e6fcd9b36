import { useState } from 'preact/hooks';
import type { SyncCard } from '../../../../wire/sync/sync.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { readableNumber } from '../../../ui/phone-number.ts';
import { withheldNumber } from '../../../ui/words/call.ts';
import { moment } from '../../moment.ts';
import { SavingWords, useSaving } from '../../saving.tsx';
import { counted } from '../../words/sync.ts';

const side = (number: string): string => (number === '' ? withheldNumber : readableNumber(number));

/** Every call that could not be logged, with NetSuite's reason: tried again by itself, at once on request, or given up. */
export function FailedCallsCard({ company, failed: { calls, list }, onChanged }: { company: CompanyClient; failed: SyncCard['failed']; onChanged: (card: SyncCard) => void }) {
  const [asked, setAsked] = useState<number | null>(null);
  const { saving, isBusy, send } = useSaving();
  const ask = async (request: () => Promise<SyncCard>): Promise<void> => {
    const next = await send(request);
    if (next) onChanged(next);
  };
  return (
    <section class="card" aria-labelledby="failed-calls">
      <div class="card-head"><h3 id="failed-calls">Errors</h3>{calls > 0 && <span class="chip amber">{counted(calls, 'call')}</span>}</div>
      {calls === 0 ? <p class="quiet">Every call that was read is logged, waits for an organizer, or is left out by choice.</p> : <p class="quiet">Tried again at every run, until they are logged or given up.</p>}
      {list.length > 0 && (
        <ul class="plain-rows failed-rows">
          {list.map(({ id, startedAt, direction, from, to, code, tries }) => (
            <li key={id}>
              <span><b>{direction ?? 'Call'}</b> {side(from)} → {side(to)}</span>
              <span class="quiet">{startedAt ? moment(startedAt) : 'Time unknown'} · tried {counted(tries, 'time')}</span>
              <span class="said">NetSuite says {code}</span>
              {asked === id
                ? <span class="actions"><Button tone="stop" disabled={isBusy} onClick={() => { setAsked(null); void ask(() => company.dropWaiting(id)); }}>Never log this call</Button><Button onClick={() => setAsked(null)}>Keep trying</Button></span>
                : <span class="actions"><Button onClick={() => setAsked(id)}>Give up…</Button></span>}
            </li>
          ))}
        </ul>
      )}
      {calls > list.length && list.length > 0 && <p class="quiet">The newest {list.length} are shown.</p>}
      {calls > 0 && <div class="actions"><Button disabled={isBusy} onClick={() => void ask(company.retryWaiting)}>Try all again now</Button></div>}
      <SavingWords saving={saving} busy="Asking NetSuite…" done="" />
    </section>
  );
}
