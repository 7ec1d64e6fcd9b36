import type { LineState } from '../../wire/line/state.ts';
import type { TextNews } from '../../wire/line/texts.ts';
import { threadHash } from '../ui/messages-address.ts';
import { endTitle } from '../ui/who.ts';
import { readableNumber } from '../ui/phone-number.ts';
import type { PlayOnce } from './listen.ts';
import type { Notifications, ShownNotification } from './notification.ts';
import { textTone } from './tones.ts';

export interface TellTextsTools {
  windowId: string;
  /** Address of the phone app. */
  app: string;
  playOnce: PlayOnce;
  notifications: Notifications;
}

/** Who wrote, and never what: a notification is seen by whoever sits at the screen, a locked one too. */
const bodyOf = ({ from }: TextNews): string => (from.name && from.number ? readableNumber(from.number) : '');

/** Lets a text that came in be heard and seen outside the browser, where the line says that this window does it. */
export function createTellTexts({ windowId, app, playOnce, notifications }: TellTextsTools) {
  /** By conversation. */
  const told = new Map<string, { message: string; shown: ShownNotification | null }>();

  return {
    show(state: LineState | null): void {
      const news = (state?.texts?.news ?? []).filter(({ soundsIn }) => soundsIn === windowId);
      for (const [conversation, { shown }] of told) {
        if (news.some((each) => each.conversation === conversation)) continue;
        shown?.close();
        told.delete(conversation);
      }
      const fresh = news.filter(({ conversation, message }) => told.get(conversation)?.message !== message);
      // Nobody wants to hear it beside a voice.
      if (state && fresh.length > 0 && state.preferences.ring && state.calls.every(({ phase }) => phase === 'ended')) playOnce(textTone, state.preferences.ringer);
      for (const one of fresh) {
        const { conversation, message, from, notifiesIn } = one;
        const notifies = notifiesIn === windowId && notifications.allowed();
        told.set(conversation, { message, shown: notifies ? notifications.show({ title: `Text from ${endTitle(from)}`, body: bodyOf(one), about: { conversation, page: `${app}${threadHash(conversation)}` } }) : (told.get(conversation)?.shown ?? null) });
      }
    },
  };
}

export type TellTexts = ReturnType<typeof createTellTexts>;
