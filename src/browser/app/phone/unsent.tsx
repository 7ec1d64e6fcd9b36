import type { LineState } from '../../../wire/line/state.ts';

const calls = (count: number): string => (count === 1 ? '1 call' : `${count} calls`);

/** Calls that NetSuite has not taken yet, and those that it refused, whether or not their cards are still there. */
export function Unsent({ unsent }: { unsent: LineState['unsent'] }) {
  return (
    <>
      {unsent.waiting > 0 && <p class="me quiet">{calls(unsent.waiting)} waiting to be saved in NetSuite.</p>}
      {unsent.refused.length > 0 && (
        <div class="failure">
          <p>NetSuite did not take {calls(unsent.refused.length)}:</p>
          <ul>{unsent.refused.map(({ telephonySessionId, detail }) => <li key={telephonySessionId}>{detail}</li>)}</ul>
        </div>
      )}
    </>
  );
}
