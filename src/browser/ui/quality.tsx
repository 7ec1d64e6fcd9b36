import type { ShownQuality } from '../../core/calls/quality.ts';
import { poorQualityAdvice, qualityWords } from './words/quality.ts';

const tones: Record<ShownQuality['grade'], string> = { good: 'green', fair: 'amber', poor: 'orange' };

/** How a call sounds, in a word; the figures for whoever points at it or comes by with the keyboard. */
export function Quality({ quality: { grade, mos, jitterMs, lossPercent, roundTripMs } }: { quality: ShownQuality }) {
  const figures = `MOS ${mos} · jitter ${jitterMs} ms · loss ${lossPercent} %${roundTripMs === null ? '' : ` · round trip ${roundTripMs} ms`}`;
  return (
    <span class={`quality ${tones[grade]}`} tabIndex={0} role="img" aria-label={`Call quality: ${qualityWords[grade]}. ${figures}`}>
      <span class="dot" />{qualityWords[grade]}
      <span class="quality-figures">{figures}</span>
    </span>
  );
}

/** What to do where it has been poor for a while. */
export const QualityAdvice = ({ quality }: { quality: ShownQuality }) => (quality.lasting ? <p class="call-line" role="status">{poorQualityAdvice}</p> : null);
