import type { LineState } from '../../wire/line/state.ts';
import { Button } from './button.tsx';
import { type Line, places } from './line.ts';
import { readableNumber } from './phone-number.ts';
import { phoneStarting } from './words/connection.ts';

/** A number that waits for the line, or the clear word that it was not dialled. */
export function QueuedDial({ state, line }: { state: LineState; line: Line }) {
  const queued = state.queuedDial;
  if (!queued) return null;
  const number = readableNumber(queued.number);
  const forget = (label: string) => <Button onClick={() => void line.ask({ name: 'forget-dial' }, places.dial)}>{label}</Button>;
  if (queued.state === 'waiting') {
    return (
      <div class="queued" role="status">
        <p>{phoneStarting}</p>
        <p class="quiet">{number} will be called as soon as the phone is ready.</p>
        <div class="actions">{forget('Cancel')}</div>
      </div>
    );
  }
  return (
    <div class="queued bad" role="alert">
      <p>The phone did not start in time. {number} was not called.</p>
      <div class="actions">
        <Button tone="primary" onClick={() => void line.ask({ name: 'retry-dial' }, places.dial)}>Retry</Button>
        {forget('Dismiss')}
      </div>
    </div>
  );
}
