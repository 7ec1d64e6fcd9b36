import { ceiling, shortDay } from '../../core/reports/in-words.ts';
import type { SummaryOfDays } from '../../core/reports/summary.ts';
import { escapeHtml } from '../netsuite/markup.ts';

/** Drawing units: about the pixels of a narrow portlet, so that the letters keep their size there. */
const width = 360;
const height = 168;
const margin = { top: 8, right: 2, bottom: 22, left: 26 };
/** Bar as a part of its day. */
const filled = 0.7;
/** Labels under the bars, at most. */
const mostLabels = 5;

const round = (value: number): number => Math.round(value * 10) / 10;
const calls = (count: number): string => `${count} ${count === 1 ? 'call' : 'calls'}`;

/** A stacked bar a day as SVG: outbound, answered, not answered. Pointing at a day tells its figures. The classes are coloured by whoever shows it. */
export function bars(days: SummaryOfDays['days']): string {
  const top = Math.max(4, ceiling(Math.max(0, ...days.map(({ sums }) => sums.calls))));
  const room = { x: width - margin.left - margin.right, y: height - margin.top - margin.bottom };
  const step = room.x / Math.max(1, days.length);
  const y = (count: number): number => round(margin.top + room.y * (1 - count / top));
  const every = Math.ceil(days.length / mostLabels);
  const lines = [0, 0.5, 1].map((part) => top * part).map((count) =>
    `<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${y(count)}" y2="${y(count)}"/><text x="${margin.left - 5}" y="${y(count) + 4}" text-anchor="end">${count}</text>`);
  const drawn = days.map(({ day, sums }, at) => {
    const x = margin.left + step * at;
    const part = (kind: string, from: number, to: number): string =>
      from === to ? '' : `<rect class="${kind}" x="${round(x + (step * (1 - filled)) / 2)}" y="${y(to)}" width="${round(step * filled)}" height="${round(y(from) - y(to))}"/>`;
    const told = `${shortDay(day)}: ${calls(sums.calls)}, ${sums.answered} of ${sums.inbound} inbound answered, ${sums.outbound} outbound`;
    // The last day is always named: people look for today. `every` counts back from it.
    const label = (days.length - 1 - at) % every === 0 ? `<text x="${round(at === days.length - 1 ? width - margin.right : x + step / 2)}" y="${height - 6}" text-anchor="${at === days.length - 1 ? 'end' : 'middle'}">${escapeHtml(shortDay(day))}</text>` : '';
    return `<g><title>${escapeHtml(told)}</title><rect class="hover" x="${round(x)}" y="${margin.top}" width="${round(step)}" height="${room.y}"/>` +
      `${part('outbound', 0, sums.outbound)}${part('answered', sums.outbound, sums.outbound + sums.answered)}${part('unanswered', sums.outbound + sums.answered, sums.calls)}${label}</g>`;
  });
  const told = `Calls per day from ${shortDay(days[0]?.day ?? '')} to ${shortDay(days.at(-1)?.day ?? '')}; the table below says the same`;
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(told)}">${lines.join('')}${drawn.join('')}</svg>`;
}
