import { useState } from 'preact/hooks';
import type { LoggingCard } from '../../../../wire/settings/logging.ts';
import { longestMinimum } from '../../../../wire/settings/what-to-log.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';

type WhatToLog = LoggingCard['whatToLog'];
const kinds = [
  ['inbound', 'Inbound calls'],
  ['outbound', 'Outbound calls'],
  ['internal', 'Internal calls, between two extensions of your company'],
] as const satisfies readonly (readonly [keyof WhatToLog, string])[];

/** Which calls make records. The line and call sync follow it alike. */
export function WhatToLogCard({ company, kept, onSaved }: { company: CompanyClient; kept: WhatToLog; onSaved: (card: LoggingCard) => void }) {
  const [wanted, setWanted] = useState(kept);
  const [seconds, setSeconds] = useState(String(kept.minimumSeconds));
  const { saving, isBusy, edited, send } = useSaving();
  const minimumSeconds = Number(seconds.trim() || '0');
  const wrong = Number.isInteger(minimumSeconds) && minimumSeconds >= 0 && minimumSeconds <= longestMinimum ? null : `Enter whole seconds from 0 to ${longestMinimum}.`;
  const save = async (): Promise<void> => {
    if (wrong !== null) return;
    const card = await send(() => company.saveWhatToLog({ ...wanted, minimumSeconds }));
    if (card) onSaved(card);
  };
  return (
    <form class="card" aria-labelledby="what-to-log" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h3 id="what-to-log">What to log</h3>
      {kinds.map(([kind, label]) => (
        <label class="tick" key={kind}>
          <input type="checkbox" checked={wanted[kind]} onChange={(event) => { setWanted({ ...wanted, [kind]: event.currentTarget.checked }); edited(); }} />
          {label}
        </label>
      ))}
      <div class="field">
        <label for="minimum">Shortest talk to log, in seconds</label>
        <input id="minimum" inputMode="numeric" value={seconds} aria-invalid={wrong ? true : undefined} aria-describedby="minimum-below" onInput={(event) => { setSeconds(event.currentTarget.value); edited(); }} />
        <small id="minimum-below" class={wrong ? 'said' : 'quiet'}>{wrong ?? '0 logs every talk. Calls that nobody answered, and voicemails, are logged however short they are.'}</small>
      </div>
      {!wanted.inbound && !wanted.outbound && <p class="amber">No call is logged at all, but for those somebody writes notes about.</p>}
      <p class="quiet">A call with notes or a disposition is always logged. Records that are there already stay.</p>
      <div class="actions">
        <Button tone="primary" submit disabled={isBusy}>Save</Button>
        <SavingWords saving={saving} done="Saved. Phones that are open follow within a quarter of an hour." />
      </div>
    </form>
  );
}
