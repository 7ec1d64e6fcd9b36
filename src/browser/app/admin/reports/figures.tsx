import type { Sums } from '../../../../core/reports/summary.ts';

/** Hours and minutes of talk: `3 h 05 min`, `12 min`, `40 s`. */
export function talkTime(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60).toLocaleString('en-US')} h ${String(minutes % 60).padStart(2, '0')} min`;
}

export const percent = (rate: number | null): string => (rate === null ? '–' : `${Math.round(rate * 100)} %`);

/** The period in four figures. */
export function Figures({ sums: { calls, inbound, outbound, answered, answerRate, talkSeconds, unlinked } }: { sums: Sums }) {
  const each = [
    ['Calls', calls.toLocaleString('en-US'), `${inbound.toLocaleString('en-US')} in · ${outbound.toLocaleString('en-US')} out`],
    ['Answer rate', percent(answerRate), `${answered.toLocaleString('en-US')} of ${inbound.toLocaleString('en-US')} inbound calls`],
    ['Talk time', talkTime(talkSeconds), calls === 0 ? '' : `${talkTime(Math.round(talkSeconds / calls))} a call`],
    ['Unlinked', unlinked.toLocaleString('en-US'), calls === 0 ? '' : `${percent(unlinked / calls)} of all calls`],
  ] as const;
  return <dl class="figures">{each.map(([name, figure, more]) => <div class="card" key={name}><dt>{name}</dt><dd><b>{figure}</b><span class="quiet">{more}</span></dd></div>)}</dl>;
}
