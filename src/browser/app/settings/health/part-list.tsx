import type { HealthPart } from '../../../../core/connections/health.ts';
import { causeWords, levelWords, moverWords, partNames, partPurposes } from '../../../ui/words/health.ts';
import { timeOf } from './time-of.ts';

const tones: Record<HealthPart['level'], string> = { good: 'green', working: 'amber', bad: 'orange', unknown: 'gray' };

/** Each part with what it is for, how it stands since when, and whose move it is. */
export function PartList({ parts }: { parts: readonly HealthPart[] }) {
  return (
    <ul class="health-parts" aria-label="Parts of the line">
      {parts.map(({ part, level, cause, mover, since }) => (
        <li key={part}>
          <span class="health-name"><span class={`dot ${tones[level]}`} aria-hidden="true" />{partNames[part]}</span>
          <span class={tones[level]}>{levelWords[level]}{level !== 'unknown' && <span class="quiet"> since {timeOf(since)}</span>}</span>
          <span class="health-purpose quiet">{partPurposes[part]}</span>
          {cause && <span class="health-cause">{causeWords[cause]} {mover && <b>{moverWords[mover]}.</b>}</span>}
        </li>
      ))}
    </ul>
  );
}
