import type { SyncCard as Card } from '../../../../wire/sync/sync.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Loaded } from '../../loaded.tsx';
import { moment } from '../../moment.ts';
import { counted, troubleWords, waitingWords } from '../../words/sync.ts';
import { syncFace } from './sync-view.ts';

/** RingCentral Call Sync on the Integrations card: how it stands, and the way to its screens. */
export function SyncCard({ company }: { company: CompanyClient }) {
  return (
    <section class="card" aria-labelledby="call-sync">
      <h3 id="call-sync">RingCentral Call Sync</h3>
      <Loaded read={company.readSync} reading="Asking NetSuite how call sync stands…">{(card) => <Standing card={card} />}</Loaded>
      <div class="actions">
        <a class="button" href="#sync">Open call sync</a>
        <a class="button" href="#organizers">Organizer mapping</a>
      </div>
    </section>
  );
}

function Standing({ card }: { card: Card }) {
  const { settings, lastRun, trouble, unmapped, failed } = card;
  const face = syncFace(card);
  return (
    <>
      <p><span class={`chip ${face.tone}${face.pulsing ? ' pulsing' : ''}`}>{face.label}</span></p>
      {!settings.on && <p>Calls that come while nobody has NetSuite open are logged once call sync is on.</p>}
      {trouble && <p class="amber">{troubleWords(trouble)}</p>}
      {lastRun && <p>Last run {moment(lastRun.endedAt)}: {counted(lastRun.counts.created, 'call')} logged new.</p>}
      {unmapped.calls > 0 && <p class={unmapped.due < unmapped.calls ? 'amber' : 'quiet'}>{waitingWords(unmapped)}</p>}
      {failed.calls > 0 && <p class="amber">{counted(failed.calls, 'call')} could not be logged.</p>}
    </>
  );
}
