import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Said } from '../ui/said.tsx';
import { places } from '../ui/line.ts';
import { allowMicrophone, microphoneNotAsked, notificationsOff, notNow, soundLocked, turnOnNotifications, turnOnSound } from '../ui/words/before-a-call.ts';
import { clickToHear, soundBlocked } from '../ui/words/call.ts';
import { tryAgain } from './words/refused-log.ts';
import { notLasting, sessionEnded } from './words/banners.ts';
import { newerVersion, noCallsCauses } from '../ui/words/connection.ts';
import { FailureWords } from './failure-words.tsx';
import type { BannerKind } from './choose-banners.ts';
import type { AppTools } from './tools.ts';

const texts: Record<BannerKind, string> = {
  'sound-blocked': soundBlocked,
  'microphone-blocked': noCallsCauses['microphone-blocked'],
  reconnect: 'Your RingCentral sign-in is no longer valid.',
  'not-lasting': notLasting,
  'session-ended': sessionEnded,
  'sound-locked': soundLocked,
  'microphone-not-asked': microphoneNotAsked,
  'newer-version': newerVersion,
  'finish-setup': 'RingCentral is not set up for this company yet.',
  connect: 'Connect RingCentral to make and receive calls in NetSuite.',
  notifications: notificationsOff,
};

/** What a banner's button does, in the words on it. */
function remedy(kind: BannerKind, tools: AppTools): ComponentChildren {
  switch (kind) {
    case 'sound-blocked': return <Button tone="primary" onClick={() => tools.line.hear()}>{clickToHear}</Button>;
    case 'microphone-blocked': return null;
    case 'reconnect': return <Button tone="primary" onClick={tools.connect}>Reconnect RingCentral</Button>;
    case 'not-lasting': return <Button onClick={() => void tools.line.ask({ name: 'try-now' }, places.unsent)}>{tryAgain}</Button>;
    case 'session-ended': return <a class="button" href={tools.boot.urls.app} target="_blank" rel="noopener">Sign in to NetSuite</a>;
    // Any click unlocks sound; this one is for those who look for a button.
    case 'sound-locked': return <Button>{turnOnSound}</Button>;
    case 'microphone-not-asked': return <Button tone="primary" onClick={() => void tools.permits.allowMicrophone()}>{allowMicrophone}</Button>;
    case 'newer-version': return null;
    case 'finish-setup': return <a class="button" href="#settings">Finish setup</a>;
    case 'connect': return <Button tone="primary" onClick={tools.connect}>Connect RingCentral</Button>;
    case 'notifications': return (
      <>
        <Button onClick={tools.permits.turnOnNotifications}>{turnOnNotifications}</Button>
        <Button icon="close" iconOnly onClick={() => void tools.line.ask({ name: 'prefer', change: { notificationsDismissedAt: Date.now() } }, places.sound)}>{notNow}</Button>
      </>
    );
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
