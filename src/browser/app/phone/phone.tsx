import { CallCard } from '../../ui/call-card.tsx';
import type { Line } from '../../ui/line.ts';
import { readableNumber } from '../../ui/phone-number.ts';
import { DialForm } from './dial-form.tsx';
import { Unsent } from './unsent.tsx';

/** The home screen: the dial pad and every call of the line, live or just ended. */
export function Phone({ line }: { line: Line }) {
  const state = line.state.value;
  return (
    <div class="phone">
      <section class={state?.calls.length ? 'calls' : 'calls none'} aria-label="Calls">
        {state?.calls.length
          ? state.calls.map((call) => <CallCard key={call.callId} call={call} state={state} line={line} />)
          : <p class="card empty quiet">Calls you make and receive appear here.</p>}
      </section>
      <aside class="pad">
        <DialForm line={line} />
        {state?.me && <p class="me quiet">{[state.me.name, `Ext. ${state.me.extensionNumber}`, ...state.me.numbers.map(readableNumber)].join(' · ')}</p>}
        {state && <Unsent unsent={state.unsent} />}
      </aside>
    </div>
  );
}
