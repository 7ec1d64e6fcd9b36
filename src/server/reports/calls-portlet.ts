import { grouped, percent, shortDay, talkTime } from '../../core/reports/in-words.ts';
import type { Sums, SummaryOfDays } from '../../core/reports/summary.ts';
import { escapeHtml } from '../netsuite/markup.ts';
import { bars } from './bars.ts';

/** Only ever within our own element: the page around it is NetSuite's. */
const styles = `
.rcns-report { max-width: 560px; color: #23211f; font: 13px/1.45 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
.rcns-report p { margin: 0; color: #66615c; }
.rcns-report dl { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; margin: 8px 0 12px; }
.rcns-report dt, .rcns-report dd { margin: 0; color: #66615c; font-size: 12px; }
.rcns-report dd b { display: block; color: #23211f; font-size: 18px; font-weight: 600; line-height: 1.3; white-space: nowrap; }
.rcns-report ul { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 0 0 6px; padding: 0; font-size: 12px; list-style: none; }
.rcns-report li::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-inline-end: 6px; border-radius: 2px; background: #0f5c72; }
.rcns-report li.unanswered::before { background: #d99a4e; }
.rcns-report li.outbound::before { background: #8fb8c4; }
.rcns-report svg { display: block; width: 100%; height: auto; font-size: 11px; }
.rcns-report svg text { fill: #66615c; }
.rcns-report svg .grid { stroke: #dcd7d0; }
.rcns-report svg .hover { fill: transparent; }
.rcns-report svg g:hover .hover { fill: #f6f4f1; }
.rcns-report svg .answered { fill: #0f5c72; }
.rcns-report svg .unanswered { fill: #d99a4e; }
.rcns-report svg .outbound { fill: #8fb8c4; }
.rcns-report summary { margin-top: 8px; color: #0f5c72; cursor: pointer; }
.rcns-report .table-room { overflow-x: auto; }
.rcns-report table { width: 100%; margin-top: 6px; border-collapse: collapse; font-size: 12px; font-variant-numeric: tabular-nums; }
.rcns-report :is(th, td) { padding: 4px; border-bottom: 1px solid #dcd7d0; font-weight: 400; text-align: end; }
.rcns-report :is(td, tbody th) { white-space: nowrap; }
.rcns-report :is(th, td):first-child { padding-inline-start: 0; text-align: start; }
.rcns-report thead th { color: #66615c; }`;

const framed = (html: string): string => `<div class="rcns-report"><style>${styles}</style>${html}</div>`;

function figures({ calls, inbound, answered, answerRate, talkSeconds, unlinked }: Sums): string {
  const each = [
    ['Calls', grouped(calls), `${grouped(inbound)} inbound`],
    ['Answer rate', percent(answerRate), `${grouped(answered)} of ${grouped(inbound)}`],
    ['Talk time', talkTime(talkSeconds), `${talkTime(Math.round(talkSeconds / Math.max(1, calls)))} a call`],
    ['Unlinked', grouped(unlinked), `${percent(unlinked / Math.max(1, calls))} of calls`],
  ];
  return `<dl>${each.map(([name, figure, more]) => `<div><dt>${name}</dt><dd><b>${figure}</b>${more}</dd></div>`).join('')}</dl>`;
}

/** The newest day first; days without a call are left out. */
function table(days: SummaryOfDays['days']): string {
  const rows = days.filter(({ sums }) => sums.calls > 0).reverse().map(({ day, sums }) =>
    `<tr><th scope="row">${escapeHtml(shortDay(day))}</th>${[grouped(sums.answered), grouped(sums.inbound - sums.answered), grouped(sums.outbound), talkTime(sums.talkSeconds), grouped(sums.unlinked)].map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const heads = ['Day', 'Answered', 'Not answered', 'Out', 'Talk time', 'Unlinked'].map((head) => `<th scope="col">${head}</th>`).join('');
  return `<details><summary>Day by day</summary><div class="table-room"><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
}

/** The calls of some days: figures, a picture, and the same as a table. No script. */
export function callsPortlet({ all, days }: SummaryOfDays): string {
  const period = `<p>The last ${days.length} days, as far as your role sees phone calls.</p>`;
  if (all.calls === 0) return framed(`<p>No calls were logged in the last ${days.length} days, or none that your role may see. Calls appear here once they are logged.</p>`);
  const legend = '<ul><li class="answered">Inbound, answered</li><li class="unanswered">Inbound, not answered</li><li class="outbound">Outbound</li></ul>';
  return framed(`${period}${figures(all)}${legend}${bars(days)}${table(days)}`);
}

/** Where there is nothing to count from. */
export const callsHidden = framed('<p>Your role may not see phone calls or may not run queries, so there are none to count here. Your administrator can give it the permissions Phone Calls and SuiteAnalytics Workbook.</p>');
export const callsNotCounted = framed('<p>The calls could not be counted this time. Reload the page; if that does not help, tell your administrator.</p>');
