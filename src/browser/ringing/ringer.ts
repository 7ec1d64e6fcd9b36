import type { Call } from '../../core/calls/call.ts';
import type { LineState } from '../../wire/line/state.ts';
import { whoIsIt } from '../ui/who.ts';
import type { Ringer } from '../windows/ring-host.ts';
import type { CallNotification } from './notification.ts';
import type { TellTexts } from './tell-texts.ts';
import type { Title } from './title.ts';
import type { TonePlayer } from './tone-player.ts';
import { callWaiting, ringtones } from './tones.ts';

export interface RingerParts {
  windowId: string;
  tone: TonePlayer;
  title: Title;
  notification: CallNotification;
  texts: TellTexts;
}

const isRinging = (call: Call): boolean => call.phase === 'ringing' && call.direction === 'Inbound';

/** Turns the line's state into what is heard and seen of a ringing call, and of a text, in this window; the line says which window it is. */
export function createRinger({ windowId, tone, title, notification, texts }: RingerParts): Ringer {
  function show(state: LineState | null): void {
    texts.show(state);
    const ringing = state?.calls.filter(isRinging) ?? [];
    const [first] = ringing;
    if (!state || !first) {
      tone.stop();
      title.restore();
      notification.clear();
      return;
    }
    title.flash(`(${ringing.length}) Incoming call — ${whoIsIt(first).title}`);
    notification.show(state.notifiesIn === windowId ? first : null);
    const { ring, ringtone, ringer } = state.preferences;
    const talked = state.calls.some((call) => call.phase !== 'ended' && !isRinging(call));
    if (ring && state.ringsIn === windowId) tone.play(talked ? callWaiting : ringtones[ringtone], ringer);
    else tone.stop();
  }
  return { show, close: () => show(null) };
}
