import type { Connection } from '../../../core/connections/connection.ts';
import { eventsBetween, mostHealthEvents, withEvent } from '../../../core/connections/health-events.ts';
import { healthOf, type HealthFacts } from '../../../core/connections/health-of.ts';
import type { Health, HealthEvent, HealthPart } from '../../../core/connections/health.ts';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { Store } from '../store/store.ts';
import { createKeptEvents } from './kept-events.ts';

/** Writes down what happened; for whoever notices it. */
export type NoteHealth = (code: HealthEvent['code'], detail?: HealthEvent['detail']) => void;

export interface LineHealthTools {
  environment: Pick<LineEnvironment, 'clock' | 'isOnline' | 'onOnline' | 'onOffline'>;
  store: Store;
  /** Where the events lie; unique per account and user. */
  name: string;
  connection(): Connection;
  /** Of the calls that are up. */
  sound(): Pick<HealthFacts, 'audio' | 'quality'>;
  onChange(): void;
}

/** The line's health, derived from what its parts know, and the last things that happened to it. Nothing in it is anybody's: codes and times. */
export function createLineHealth({ environment, store, name, connection, sound, onChange }: LineHealthTools) {
  const { clock } = environment;
  const kept = createKeptEvents(store, name);
  let parts: HealthPart[] = [];
  let events: HealthEvent[] = [];
  let earlierRead = false;
  let online = environment.isOnline();
  let refreshFailed = false;
  let microphone: HealthFacts['microphone'] = 'unknown';

  const note: NoteHealth = (code, detail = null) => {
    events = withEvent(events, { code, detail }, clock.now());
    // Not before the earlier ones are there, or they would be overwritten.
    if (earlierRead) kept.write(events);
    onChange();
  };
  const network = (now: boolean): void => {
    if (now === online) return;
    online = now;
    note(now ? 'came-online' : 'went-offline');
  };
  const undos = [environment.onOnline(() => network(true)), environment.onOffline(() => network(false))];

  async function readEarlier(): Promise<void> {
    const earlier = await kept.read();
    events = [...earlier, ...events].slice(-mostHealthEvents);
    earlierRead = true;
    kept.write(events);
    onChange();
  }
  note('line-started');
  void readEarlier();

  return {
    note,
    connectionChanged(before: Connection, after: Connection): void {
      if (after.session.is !== 'signed-in') refreshFailed = false;
      for (const { code, detail } of eventsBetween(before, after)) note(code, detail);
    },
    /** `failure`: HTTP status, 0 where nobody answered; null: refreshed. */
    tokenRefreshed(failure: number | null): void {
      refreshFailed = failure !== null;
      note(failure === null ? 'token-refreshed' : 'refresh-failed', failure);
    },
    microphone(is: 'open' | 'missing'): void {
      if (microphone === is) return;
      microphone = is;
      onChange();
    },
    view(): Health {
      parts = healthOf(parts, { connection: connection(), online, refreshFailed, microphone, ...sound() }, clock.now());
      return { parts, events };
    },
    close: (): void => undos.forEach((undo) => undo()),
  };
}

export type LineHealth = ReturnType<typeof createLineHealth>;
