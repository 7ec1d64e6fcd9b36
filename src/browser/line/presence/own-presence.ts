import * as v from 'valibot';
import type { OwnPresence, PresenceChange } from '../../../wire/line/presence.ts';
import { RestFailure, type Rest } from '../oauth/rest.ts';

const ownPath = '/restapi/v1.0/account/~/extension/~/presence';
/** RingCentral's hint that a presence has changed: an event of this user's own, also with every call. */
export const ownPresenceFilter = ownPath;

const DoNotDisturb = v.picklist(['TakeAllCalls', 'DoNotAcceptDepartmentCalls', 'TakeDepartmentCallsOnly', 'DoNotAcceptAnyCalls']);
const Answer = v.object({ dndStatus: DoNotDisturb, acceptCallQueueCalls: v.optional(v.boolean(), true) });
/** What an event holds of it; queue calls are not among that (ringcentral.md 3.8). */
const Event = v.object({ extensionId: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), dndStatus: v.string(), userStatus: v.optional(v.string()), telephonyStatus: v.optional(v.string()), presenceStatus: v.optional(v.string()), meetingStatus: v.optional(v.string()) });

export interface OwnPresenceTools {
  rest: Rest;
  extensionId(): string | null;
  onChange(): void;
}

/** This user's own do-not-disturb and queue switch, as RingCentral has them: changed here or on any other device. */
export function createOwnPresence({ rest, extensionId, onChange }: OwnPresenceTools) {
  /** null: not known, or not one of the four: an account with the newer call handling has no such switch. */
  let current: OwnPresence | null = null;
  let lastEvent = '';
  /** Counts what was asked: an answer that was overtaken by a newer one says nothing. */
  let asked = 0;

  function show(next: OwnPresence | null): void {
    current = next;
    onChange();
  }
  const read = (answer: unknown): OwnPresence | null => {
    const presence = v.safeParse(Answer, answer);
    return presence.success ? { doNotDisturb: presence.output.dndStatus, takesQueueCalls: presence.output.acceptCallQueueCalls } : null;
  };

  async function ask(): Promise<void> {
    asked += 1;
    const mine = asked;
    try {
      const answer = read(await rest.get(ownPath));
      if (mine === asked) show(answer);
    } catch {
      // Shown as it was; the next event or reconnection asks again.
    }
  }

  return {
    current: (): OwnPresence | null => current,
    refresh: ask,
    /** Calls change most of a presence and nothing of this; whatever else changed is asked for, since an event does not tell all of it. */
    hear(body: unknown): void {
      const event = v.safeParse(Event, body);
      if (!event.success || event.output.extensionId !== extensionId()) return;
      const { dndStatus, userStatus = '', telephonyStatus = '', presenceStatus = '', meetingStatus = '' } = event.output;
      const calls = [telephonyStatus, presenceStatus, meetingStatus].join();
      const told = [dndStatus, userStatus].join();
      const [toldBefore, callsBefore] = lastEvent.split('|');
      lastEvent = `${told}|${calls}`;
      if (told !== toldBefore || calls === callsBefore) void ask();
    },
    /** false: RingCentral took the change and kept its own. Throws RestFailure; either way the true state is shown. */
    async change({ doNotDisturb, takesQueueCalls }: PresenceChange): Promise<boolean> {
      asked += 1;
      const mine = asked;
      try {
        const answer = read(await rest.put(ownPath, { ...(doNotDisturb === undefined ? {} : { dndStatus: doNotDisturb }), ...(takesQueueCalls === undefined ? {} : { acceptCallQueueCalls: takesQueueCalls }) }));
        if (mine === asked) show(answer);
        return answer !== null && (doNotDisturb ?? answer.doNotDisturb) === answer.doNotDisturb && (takesQueueCalls ?? answer.takesQueueCalls) === answer.takesQueueCalls;
      } catch (failure) {
        if (failure instanceof RestFailure) await ask();
        throw failure;
      }
    },
  };
}

export type OwnPresenceOfUser = ReturnType<typeof createOwnPresence>;
