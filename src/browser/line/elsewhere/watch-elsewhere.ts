import { otherEnd } from '../../../core/calls/call.ts';
import type { PartyCode } from '../../../core/calls/fact.ts';
import type { CallElsewhere } from '../../../wire/line/state.ts';
import type { Clock } from '../../environment/clock.ts';
import type { PartyNews } from '../events/telephony-event.ts';
import type { Rest } from '../oauth/rest.ts';
import type { LineTimings } from '../timings.ts';
import { readActiveCalls, type ActiveCall } from './active-call.ts';

const ownPresence = '/restapi/v1.0/account/~/extension/~/presence?detailedTelephonyState=true&sipData=true';
/** What makes a call come up somewhere, or go. */
const telling = new Set<PartyCode>(['Answered', 'Hold', 'Disconnected', 'Gone']);

export interface WatchElsewhereTools {
  clock: Clock;
  timings: Pick<LineTimings, 'lookElsewhereMs'>;
  /** null while not signed in. */
  rest(): Pick<Rest, 'get'> | null;
  /** Telephony sessions of the calls that ring or are up here. */
  here(): string[];
  /** It is up elsewhere; here it may have ended. */
  onElsewhere(telephonySessionId: string): void;
  onChange(): void;
}

/**
 * Calls of this user that are up on another device. Events tell that something has changed; what stands then is asked of
 * RingCentral once, a moment later. Nothing is asked while every call is one of ours.
 */
export function createWatchElsewhere({ clock, timings, rest, here, onElsewhere, onChange }: WatchElsewhereTools) {
  let known: ActiveCall[] = [];
  let wasHere: string[] = [];
  /** Sessions something was told of since RingCentral was asked; null: everything may have changed. */
  let doubtful: Set<string> | null = new Set();
  let cancel: (() => void) | null = null;
  let asked = 0;

  const isElsewhere = (telephonySessionId: string): boolean => !here().includes(telephonySessionId);

  async function ask(): Promise<void> {
    const current = rest();
    if (!current) return;
    asked += 1;
    const question = asked;
    try {
      const answer = readActiveCalls(await current.get(ownPresence), clock.now());
      // Asked again meanwhile, or signed out: that counts.
      if (question !== asked) return;
      known = answer;
      known.map((call) => call.telephonySessionId).filter(isElsewhere).forEach(onElsewhere);
      onChange();
    } catch {
      // Not known now; the next event asks again.
    }
  }

  function look(telephonySessionId: string | null): void {
    if (telephonySessionId === null) doubtful = null;
    else doubtful?.add(telephonySessionId);
    cancel ??= clock.after(timings.lookElsewhereMs, () => {
      cancel = null;
      const due = doubtful;
      doubtful = new Set();
      if (due === null || [...due].some(isElsewhere)) void ask();
    });
  }

  return {
    heard({ telephonySessionId, ofUs, fact }: PartyNews): void {
      if (ofUs && telling.has(fact.code) && isElsewhere(telephonySessionId)) look(telephonySessionId);
    },
    /** A call of ours has come or gone; one that has gone may go on elsewhere. */
    callsChanged(): void {
      const now = here();
      for (const gone of wasHere) if (!now.includes(gone)) look(gone);
      wasHere = now;
    },
    /** Events may have been missed. */
    lookAround: (): void => look(null),
    /** As RingCentral says now; null: it is not up elsewhere. */
    async find(telephonySessionId: string): Promise<ActiveCall | null> {
      await ask();
      return known.find((each) => each.telephonySessionId === telephonySessionId && isElsewhere(telephonySessionId)) ?? null;
    },
    view: (): CallElsewhere[] =>
      known.filter(({ telephonySessionId }) => isElsewhere(telephonySessionId)).map((call) => ({ telephonySessionId: call.telephonySessionId, direction: call.direction, with: otherEnd(call), since: call.since })),
    /** Signed out. */
    forget(): void {
      asked += 1;
      known = [];
      cancel?.();
      cancel = null;
      onChange();
    },
    close: (): void => cancel?.(),
  };
}

export type WatchElsewhere = ReturnType<typeof createWatchElsewhere>;
