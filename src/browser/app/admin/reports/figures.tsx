import { percent, talkTime } from '../../../../core/reports/in-words.ts';
import type { Sums } from '../../../../core/reports/summary.ts';

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
