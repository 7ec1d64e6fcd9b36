import { useState } from 'preact/hooks';
import { summarize } from '../../../../core/reports/summary.ts';
import { daysBetween } from '../../../../wire/reports/days.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Loaded } from '../../loaded.tsx';
import { dayInput } from '../../moment.ts';
import { CallsPerDay } from './calls-per-day.tsx';
import { Figures } from './figures.tsx';
import { UserTable } from './user-table.tsx';

const periods = [[6, 'Last 7 days'], [29, 'Last 30 days'], [89, 'Last 90 days']] as const;

/** Calls per day and user, answer rate, talk time, and those that are linked to nobody. */
export function ReportsScreen({ company, guide }: { company: CompanyClient; guide: string }) {
  const [from, setFrom] = useState(dayInput(29));
  const [to, setTo] = useState(dayInput(0));
  const wrong = from === '' || to === '' ? 'Choose both days.' : from > to ? 'The first day is after the last one.' : daysBetween(from, to).length > 366 ? 'A report shows a year at most.' : null;
  return (
    <>
      <div class="card report-period">
        <label class="field"><span>From</span><input type="date" value={from} max={dayInput(0)} onInput={(event) => setFrom(event.currentTarget.value)} /></label>
        <label class="field"><span>To</span><input type="date" value={to} max={dayInput(0)} onInput={(event) => setTo(event.currentTarget.value)} /></label>
        <div class="actions">{periods.map(([ago, words]) => <button key={ago} type="button" class="button" aria-pressed={from === dayInput(ago) && to === dayInput(0)} onClick={() => { setFrom(dayInput(ago)); setTo(dayInput(0)); }}>{words}</button>)}</div>
        <a class="help" href={`${guide}#reports`} target="_blank" rel="noopener">Help</a>
        {wrong && <p class="said">{wrong}</p>}
      </div>
      {wrong === null && (
        <Loaded key={`${from} ${to}`} read={() => company.readReport({ from, to })} reading="Counting calls…">
          {({ rows, cut }) => {
            const { all, days, users } = summarize(rows, daysBetween(from, to));
            return (
              <>
                {cut && <p class="amber">There is more than NetSuite gives at once: choose a shorter period to see all.</p>}
                <Figures sums={all} />
                {all.calls === 0 ? <p class="card">No calls were logged in this time.</p> : <><CallsPerDay days={days} /><UserTable users={users} /></>}
              </>
            );
          }}
        </Loaded>
      )}
    </>
  );
}
