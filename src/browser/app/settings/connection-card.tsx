import { useState } from 'preact/hooks';
import type { LineState } from '../../../wire/line/state.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { chipView } from '../../ui/chip-view.ts';
import { places } from '../../ui/line.ts';
import { Said } from '../../ui/said.tsx';
import { Account } from '../account.tsx';
import { FailureWords } from '../failure-words.tsx';
import type { AppTools } from '../tools.ts';
import { AbilityList } from './ability-list.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';

/** RingCentral (You): the user's own connection, what it enables, and the way in and out. */
export function ConnectionCard({ tools }: { tools: AppTools }) {
  const { line, boot } = tools;
  const [leaving, setLeaving] = useState(false);
  const view = chipView(line.view.value);
  const state = line.state.value;
  const connection = state?.connection;
  return (
    <section class="card" aria-labelledby="you">
      <div class="card-head">
        <h3 id="you">RingCentral (You)</h3>
        <Chip view={view} />
      </div>
      {state?.me && <Account me={state.me} />}
      {view.details.map((text) => <p key={text}>{text}</p>)}
      {connection?.state === 'not-connected' && connection.failure && <FailureWords failure={connection.failure} />}
      {state && <AbilityList abilities={state.abilities} />}
      <Said line={line} place={places.connection} />
      <div class="actions">
        {state && <WayInOrOut state={state} tools={tools} onLeave={() => setLeaving(true)} />}
        <a class="help" href={boot.urls.guide} target="_blank" rel="noopener">Help</a>
      </div>
      {leaving && <DisconnectDialog line={line} onClose={() => setLeaving(false)} />}
    </section>
  );
}

function WayInOrOut({ state, tools, onLeave }: { state: LineState; tools: AppTools; onLeave: () => void }) {
  const { connection } = state;
  switch (connection.state) {
    case 'not-connected': return <Button tone="primary" disabled={connection.companySetUp === false} onClick={tools.connect}>Connect</Button>;
    case 'reconnect-needed': return <Button tone="primary" onClick={tools.connect}>Reconnect</Button>;
    case 'connecting':
      if (connection.step === 'phone') return <Button onClick={onLeave}>Disconnect</Button>;
      return <Button onClick={() => void tools.line.ask({ name: 'sign-in-window-closed' }, places.connection)}>Cancel</Button>;
    case 'connected': case 'connected-no-calls': case 'reconnecting': return <Button onClick={onLeave}>Disconnect</Button>;
  }
}
