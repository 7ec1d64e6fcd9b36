import { useState } from 'preact/hooks';
import type { SyncCard } from '../../../../wire/sync/sync.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { dayInput, dayOf, moment } from '../../moment.ts';
import { SavingWords, useSaving } from '../../saving.tsx';
import { backFilledWords, backFillWords } from '../../words/sync.ts';

/** Brings calls of earlier days in, however many, and shows how far that is. */
export function BackFillCard({ company, card: { settings, backFills, lastBackFill }, onChanged }: { company: CompanyClient; card: SyncCard; onChanged: (card: SyncCard) => void }) {
  const [from, setFrom] = useState(dayInput(30));
  const [to, setTo] = useState(dayInput(0));
  const { saving, isBusy, edited, send } = useSaving();
  const wrong = from === '' || to === '' ? 'Choose both days.' : from > to ? 'The first day is after the last one.' : to > dayInput(0) ? 'The last day is still to come.' : null;
  const ask = async (request: () => Promise<SyncCard>): Promise<void> => {
    const next = await send(request);
    if (next) onChanged(next);
  };
  return (
    <form class="card" aria-labelledby="back-fill" noValidate onSubmit={(event) => { event.preventDefault(); if (wrong === null && settings.on) void ask(() => company.backFill({ from, to })); }}>
      <h3 id="back-fill">Back-fill</h3>
      <p class="quiet">Logs the calls of earlier days. What is logged already stays as it is; nothing comes twice.</p>
      <div class="from-to">
        <label class="field"><span>From</span><input type="date" value={from} max={dayInput(0)} onInput={(event) => { setFrom(event.currentTarget.value); edited(); }} /></label>
        <label class="field"><span>To</span><input type="date" value={to} max={dayInput(0)} onInput={(event) => { setTo(event.currentTarget.value); edited(); }} /></label>
      </div>
      {wrong && <p class="said">{wrong}</p>}
      {backFills.length > 0 && (
        <ul class="plain-rows" aria-label="Under way">
          {backFills.map(({ kind, from: first, to: last, progress, calls, counts }) => (
            <li key={`${kind}${first}${last}`} class="progress-row">
              <span><b>{backFillWords[kind]}</b> {dayOf(first)} – {dayOf(last)}</span>
              <progress max={1} value={progress} aria-label={`${backFillWords[kind]} ${dayOf(first)} to ${dayOf(last)}`} />
              <span class="quiet">{Math.round(progress * 100)} % · {backFilledWords(calls, counts)}</span>
            </li>
          ))}
        </ul>
      )}
      {lastBackFill && (
        <p role="status">
          <b>{lastBackFill.stopped ? 'Stopped' : 'Done'}</b> {moment(lastBackFill.endedAt)}: {dayOf(lastBackFill.from)} – {dayOf(lastBackFill.to)}. {backFilledWords(lastBackFill.calls, lastBackFill.counts)}. The check below says whether anything is missing.
        </p>
      )}
      <div class="actions">
        <Button submit disabled={isBusy || wrong !== null} whyNot={settings.on ? null : 'Switch call sync on and save first'}>Start back-fill</Button>
        {backFills.some(({ kind }) => kind === 'back-fill') && <Button disabled={isBusy} onClick={() => void ask(company.stopBackFill)}>Stop back-fill</Button>}
        <SavingWords saving={saving} busy="Asking NetSuite…" done="" />
      </div>
    </form>
  );
}
