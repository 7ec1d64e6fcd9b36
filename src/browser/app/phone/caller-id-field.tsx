import { type Line, places } from '../../ui/line.ts';
import { readableNumber } from '../../ui/phone-number.ts';
import { callerIdAsSet } from '../../ui/words/call.ts';

/** Which of the user's numbers is shown to whoever is called; remembered. Nothing where there is nothing to choose. */
export function CallerIdField({ line }: { line: Line }) {
  const state = line.state.value;
  if (!state || state.callerIds.length === 0) return null;
  const chosen = state.preferences.callerId;
  return (
    <div class="field">
      <label for="caller-id">Caller ID</label>
      <select id="caller-id" value={chosen ?? ''} onChange={(event) => void line.ask({ name: 'prefer', change: { callerId: event.currentTarget.value || null } }, places.dial)}>
        <option value="">{callerIdAsSet}</option>
        {state.callerIds.map(({ number, label }) => <option key={number} value={number}>{[readableNumber(number), label].filter(Boolean).join(' · ')}</option>)}
      </select>
    </div>
  );
}
