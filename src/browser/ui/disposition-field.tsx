import type { Call } from '../../core/calls/call.ts';
import type { Line } from './line.ts';
import { disposition, noDisposition } from './words/call.ts';

/** What came of a call, in one of the company's own words; chosen at any moment, and changed or taken back later. */
export function DispositionField({ call: { callId, disposition: kept }, offered, line }: { call: Call; offered: readonly string[]; line: Line }) {
  const chosen = kept?.text ?? '';
  // One that an administrator has taken off the list meanwhile still stands on this call.
  const words = chosen === '' || offered.includes(chosen) ? offered : [...offered, chosen];
  if (words.length === 0) return null;
  return (
    <label class="disposition">
      <span class="quiet">{disposition}</span>
      <select value={chosen} onChange={(event) => void line.ask({ name: 'choose-disposition', callId, disposition: event.currentTarget.value }, callId)}>
        <option value="">{noDisposition}</option>
        {words.map((word) => <option key={word} value={word}>{word}</option>)}
      </select>
    </label>
  );
}
