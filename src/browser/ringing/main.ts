import { systemClock } from '../environment/clock.ts';
import type { Ringer, RingerTools } from '../windows/ring-host.ts';
import { pageTonePlayer } from './listen.ts';
import { createCallNotification } from './notification.ts';
import { pageNotifications } from './page-notifications.ts';
import { createRinger as createRingerOf } from './ringer.ts';
import { createTitle } from './title.ts';

/** Loaded by a window with the first call that rings. */
export const createRinger = ({ windowId, onRefused }: RingerTools): Ringer =>
  createRingerOf({
    windowId,
    tone: pageTonePlayer(onRefused),
    title: createTitle(document, systemClock),
    notification: createCallNotification(pageNotifications(window)),
  });
