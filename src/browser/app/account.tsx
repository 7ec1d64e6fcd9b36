import type { LineState } from '../../wire/line/state.ts';
import { readableNumber } from '../ui/phone-number.ts';

/** Whose RingCentral extension the phone is, and its numbers; a number is never broken over two lines. */
export function Account({ me }: { me: NonNullable<LineState['me']> }) {
  return (
    <ul class="account quiet" aria-label="Your extension">
      {[me.name, `Ext. ${me.extensionNumber}`, ...me.numbers.map(readableNumber)].map((part) => <li key={part}>{part}</li>)}
    </ul>
  );
}
