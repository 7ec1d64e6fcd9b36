import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Said } from '../ui/said.tsx';
import { places } from '../ui/line.ts';
import { clickToHear, soundBlocked } from '../ui/words/call.ts';
import { newerVersion, noCallsCauses } from '../ui/words/connection.ts';
import { FailureWords } from './failure-words.tsx';
import type { BannerKind } from './choose-banners.ts';
import type { AppTools } from './tools.ts';

const texts: Record<BannerKind, string> = {
  'sound-blocked': soundBlocked,
  'microphone-blocked': noCallsCauses['microphone-blocked'],
  reconnect: 'Your RingCentral sign-in is no longer valid.',
  'session-ended': 'Your NetSuite session has ended. Calls and notes are kept here and written to NetSuite once you have signed in again.',
  'newer-version': newerVersion,
  'finish-setup': 'RingCentral is not set up for this company yet.',
  connect: 'Connect RingCentral to make and receive calls in NetSuite.',
};

/** What a banner's button does, in the words on it. */
function remedy(kind: BannerKind, tools: AppTools): ComponentChildren {
  switch (kind) {
    case 'sound-blocked': return <Button tone="primary" onClick={() => tools.line.hear()}>{clickToHear}</Button>;
    case 'microphone-blocked': return null;
    case 'reconnect': return <Button tone="primary" onClick={tools.connect}>Reconnect RingCentral</Button>;
    case 'session-ended': return <a class="button" href={tools.boot.urls.app} target="_blank" rel="noopener">Sign in to NetSuite</a>;
    case 'newer-version': return null;
    case 'finish-setup': return <a class="button" href="#settings">Finish setup</a>;
    case 'connect': return <Button tone="primary" onClick={tools.connect}>Connect RingCentral</Button>;
  }
}

/** What needs the person's attention whatever the screen; at most two, see choose-banners. */
export function Banners({ kinds, tools }: { kinds: readonly BannerKind[]; tools: AppTools }) {
  const connection = tools.line.state.value?.connection;
  const failure = connection?.state === 'not-connected' ? connection.failure : null;
  return (
    <div class="banners" aria-live="polite">
      {kinds.map((kind) => (
        <div key={kind} class={`banner ${kind}`}>
          <Icon name="warning" />
          <div>
            <p>{texts[kind]}</p>
            {failure && kind === 'connect' && <FailureWords failure={failure} />}
          </div>
          {remedy(kind, tools)}
        </div>
      ))}
      {kinds.includes('connect') && <Said line={tools.line} place={places.connection} />}
    </div>
  );
}
