import { useState } from 'preact/hooks';
import { type Disposition, type LoggingCard, mostDispositions } from '../../../../wire/settings/logging.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import type { NetSuiteFailure } from '../../../netsuite/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';
import { changedDispositions, dispositionTrouble } from './changed-dispositions.ts';

const worded = ({ code }: NetSuiteFailure): string | null =>
  code === 'FORBIDDEN' ? 'Your role may not edit custom lists. Edit “RingCentral Disposition” in NetSuite under Customization > Lists, Records, & Fields > Lists, or ask your administrator.'
  : code === 'BAD_SETTING' ? 'Two dispositions have the same name.'
  : null;

/** The company's words for what came of a call: values of a custom list, so that searches and reports know them. */
export function DispositionsCard({ company, kept, onSaved }: { company: CompanyClient; kept: readonly Disposition[]; onSaved: (card: LoggingCard) => void }) {
  const [rows, setRows] = useState<readonly Disposition[]>(kept);
  const { saving, isBusy, edited, send } = useSaving();
  const trouble = dispositionTrouble(rows);
  const changed = changedDispositions(kept, rows);
  const change = (at: number, part: Partial<Disposition>): void => {
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
    edited();
  };
  const save = async (): Promise<void> => {
    if (trouble !== null || changed.length === 0) return;
    const card = await send(() => company.saveDispositions(changed));
    if (!card) return;
    setRows(card.dispositions);
    onSaved(card);
  };
  return (
    <form class="card" aria-labelledby="dispositions" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h3 id="dispositions">Dispositions</h3>
      <p class="quiet">What people may say came of a call, during it or afterwards. One that is not offered any more stays on the calls that have it.</p>
      {rows.length === 0 && <p>There are none yet. While there are none, nobody is asked.</p>}
      <ul class="choice-rows">
        {rows.map(({ id, name, offered }, at) => (
          <li key={id ?? `new-${at}`}>
            <input aria-label={`Disposition ${at + 1}`} value={name} maxLength={60} autocomplete="off" onInput={(event) => change(at, { name: event.currentTarget.value })} />
            {id === null
              ? <Button icon="close" iconOnly onClick={() => { setRows(rows.filter((_row, index) => index !== at)); edited(); }}>{`Do not add ${name || 'it'}`}</Button>
              : <label class="tick"><input type="checkbox" checked={offered} onChange={(event) => change(at, { offered: event.currentTarget.checked })} />Offered</label>}
          </li>
        ))}
      </ul>
      {trouble && <p class="said">{trouble}</p>}
      <div class="actions">
        <Button icon="add" disabled={rows.length >= mostDispositions} onClick={() => { setRows([...rows, { id: null, name: '', offered: true }]); edited(); }}>Add disposition</Button>
        <Button tone="primary" submit disabled={isBusy || trouble !== null || changed.length === 0}>Save</Button>
        <SavingWords saving={saving} worded={worded} />
      </div>
    </form>
  );
}
