import { ceiling } from '../../../../core/reports/in-words.ts';
import type { Summary } from '../../../../core/reports/summary.ts';
import { dayOf } from '../../moment.ts';

/** Drawing units; the picture grows with the screen. */
const width = 720;
const height = 200;
const margin = { top: 10, right: 4, bottom: 24, left: 34 };
/** Labels under the bars, at most. */
const mostLabels = 8;

/** A stacked bar a day: answered, unanswered, outbound. The table below says the same in figures. */
export function CallsPerDay({ days }: { days: Summary['days'] }) {
  const top = Math.max(4, ceiling(Math.max(...days.map(({ sums }) => sums.calls))));
  const room = { x: width - margin.left - margin.right, y: height - margin.top - margin.bottom };
  const step = room.x / days.length;
  const bar = Math.max(1, Math.min(36, step * 0.72));
  const y = (calls: number): number => margin.top + room.y * (1 - calls / top);
  const every = Math.ceil(days.length / mostLabels);
  return (
    <figure class="card chart" aria-labelledby="calls-per-day">
      <figcaption class="card-head">
        <h3 id="calls-per-day">Calls per day</h3>
        <ul class="legend">
          <li class="answered">Inbound, answered</li>
          <li class="unanswered">Inbound, not answered</li>
          <li class="outbound">Outbound</li>
        </ul>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Calls per day from ${dayOf(`${days[0]?.day ?? ''}T12:00:00`)} to ${dayOf(`${days.at(-1)?.day ?? ''}T12:00:00`)}`}>
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <g key={part}>
            <line class="grid" x1={margin.left} x2={width - margin.right} y1={y(top * part)} y2={y(top * part)} />
            {Number.isInteger(top * part) && <text x={margin.left - 6} y={y(top * part) + 4} text-anchor="end">{top * part}</text>}
          </g>
        ))}
        {days.map(({ day, sums: { inbound, answered, outbound, calls } }, at) => {
          const x = margin.left + step * at + (step - bar) / 2;
          const label = dayOf(`${day}T12:00:00`);
          return (
            <g key={day}>
              <title>{`${label}: ${calls} calls, ${answered} of ${inbound} inbound answered, ${outbound} outbound`}</title>
              <rect class="hover" x={margin.left + step * at} y={margin.top} width={step} height={room.y} />
              <rect class="outbound" x={x} y={y(outbound)} width={bar} height={y(0) - y(outbound)} />
              <rect class="answered" x={x} y={y(outbound + answered)} width={bar} height={y(outbound) - y(outbound + answered)} />
              <rect class="unanswered" x={x} y={y(calls)} width={bar} height={y(outbound + answered) - y(calls)} />
              {at % every === 0 && <text x={x + bar / 2} y={height - 2} text-anchor="middle">{label.replace(/, \d{4}$/, '')}</text>}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
