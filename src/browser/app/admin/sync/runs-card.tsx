import type { SyncCard, SyncCounts } from '../../../../wire/sync/sync.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { moment } from '../../moment.ts';
import { SavingWords, useSaving } from '../../saving.tsx';
import { counted, countWords, troubleWords, unreadableWords, waitingWords, textTriesWords } from '../../words/sync.ts';
import { syncFace } from './sync-view.ts';

/** The last run with its counts, the next one, and a way not to wait for it. */
export function RunsCard({ company, card, awaited, onStarted }: { company: CompanyClient; card: SyncCard; /** A run was ordered and has not ended yet. */ awaited: boolean; onStarted: (card: SyncCard) => void }) {
  const { settings, running, lastRun, nextRunAt, trouble, unmapped, backFills } = card;
  const { saving, isBusy, send } = useSaving();
  const run = async (): Promise<void> => {
    const next = await send(company.runSync);
    if (next) onStarted(next);
  };
  const face = syncFace(card);
  return (
    <section class="card" aria-labelledby="runs">
      <div class="card-head">
        <h3 id="runs">Runs</h3>
        <span class={`chip ${face.tone}${face.pulsing ? ' pulsing' : ''}`} role="status">{face.label}</span>
      </div>
      {trouble && <p class={trouble.cause === 'RATE_LIMITED' ? 'quiet' : 'failure'}>{troubleWords(trouble)} <span class="quiet">{moment(trouble.at)}{trouble.retryAt && ` · tried again ${moment(trouble.retryAt)}`}</span></p>}
      <dl class="facts">
        <dt>Now</dt><dd>{running ? `Running since ${moment(running.since)}${running.calls === null ? ', asking RingCentral' : `, ${counted(running.calls, 'call')}`}` : awaited ? 'Waiting for NetSuite to start the run' : settings.on ? (backFills.length > 0 && trouble === null ? 'Between two runs: RingCentral may be asked ten times a minute. It goes on by itself' : 'Waiting for the next run') : 'Switched off: calls are logged only while somebody has NetSuite open'}</dd>
        <dt>Next run</dt><dd>{nextRunAt ? moment(nextRunAt) : '–'}</dd>
        <dt>Last run</dt><dd>{lastRun ? `${moment(lastRun.startedAt)} to ${moment(lastRun.endedAt)}` : 'There was none yet'}</dd>
      </dl>
      {lastRun && (
        <dl class="counts">
          {(Object.keys(countWords) as (keyof SyncCounts)[]).filter((name) => name !== 'unreadable' || lastRun.counts.unreadable > 0).map((name) => <div key={name}><dt>{countWords[name]}</dt><dd>{lastRun.counts[name].toLocaleString('en-US')}</dd></div>)}
        </dl>
      )}
      {unmapped.calls > 0 && <p class={unmapped.due < unmapped.calls ? 'amber' : 'quiet'}>{waitingWords(unmapped)} <a href="#organizers">Organizer mapping</a></p>}
      {lastRun && lastRun.counts.unreadable > 0 && <p class="amber">{unreadableWords(lastRun.counts.unreadable)}</p>}
      {settings.texts && textTriesWords(card.texts).map((words) => <p key={words} class="quiet">{words}</p>)}
      <div class="actions">
        <Button disabled={isBusy || awaited || running !== null} whyNot={settings.on ? null : 'Switch call sync on and save first'} onClick={() => void run()}>Run now</Button>
        <SavingWords saving={saving} busy="Starting…" done="" worded={({ code }) => (code === 'CONFLICT' ? 'A run is under way already.' : null)} />
      </div>
    </section>
  );
}
