import { useState } from 'preact/hooks';
import type { LineState } from '../../../wire/line/state.ts';
import type { Signal } from '../../ui/signals.ts';
import { Account } from '../account.tsx';
import { Availability } from '../../ui/availability.tsx';
import { CallCard } from '../../ui/call-card.tsx';
import { CallsElsewhere } from '../../ui/calls-elsewhere.tsx';
import { LostNotes } from '../../ui/lost-notes.tsx';
import { ParkedCalls } from '../../ui/parked-calls.tsx';
import { OtherSide } from '../people/other-side.tsx';
import { UnlinkedSection } from '../people/unlinked-section.tsx';
import type { AppTools } from '../tools.ts';
import { ColleaguesSection } from './colleagues-section.tsx';
import { DialForm } from './dial-form.tsx';
import { RefusedLogs } from './refused-logs.tsx';
import { TextThem } from './text-them.tsx';
import { Unsent } from './unsent.tsx';

/** Which calls are saved, and with whom: changes where one of them may have been linked. */
const savedCalls = (state: LineState | null): string =>
  (state?.calls ?? []).filter(({ callId }) => state?.logged[callId]).map(({ callId, person }) => `${callId} ${state?.logged[callId]?.status ?? ''} ${person?.kind ?? ''}`).join();

/**
 * The home screen: every call of the line, and the dial pad. A card keeps its place in the page when its call ends, so that
 * whoever is typing notes types on; a narrow window shows ended calls under the pad by order alone.
 */
export function Phone({ tools: { line, naming }, typed }: { tools: Pick<AppTools, 'line' | 'naming'>; typed: Signal<string> }) {
  const state = line.state.value;
  const [linked, setLinked] = useState(0);
  return (
    <div class="phone">
      <section class="calls" aria-label="Calls">
        {state?.calls.length
          ? state.calls.map((call) => <CallCard key={call.callId} call={call} state={state} line={line} below={<><OtherSide call={call} state={state} line={line} people={naming} onLinked={() => setLinked((times) => times + 1)} /><TextThem call={call} state={state} /></>} />)
          : <p class="card empty quiet">Calls you make and receive appear here.</p>}
        {state && <LostNotes state={state} line={line} />}
        {state && <CallsElsewhere state={state} line={line} />}
        {state && <ParkedCalls state={state} line={line} />}
        {state && <RefusedLogs state={state} line={line} />}
      </section>
      <aside class="pad">
        <DialForm line={line} typed={typed} />
        <ColleaguesSection line={line} />
        <UnlinkedSection people={naming} changed={`${linked} ${savedCalls(state)}`} />
        {state?.me && <Account me={state.me} />}
        <Availability line={line} />
        {state && <Unsent state={state} />}
      </aside>
    </div>
  );
}
