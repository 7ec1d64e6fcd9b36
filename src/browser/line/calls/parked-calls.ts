import { otherEnd, type Call } from '../../../core/calls/call.ts';
import type { Direction } from '../../../core/calls/outcome.ts';
import type { ParkedCall } from '../../../wire/line/state.ts';
import type { Clock } from '../../environment/clock.ts';
import type { PartyNews, SessionState } from '../events/telephony-event.ts';
import type { Sealed } from '../store/sealed.ts';

/** RingCentral rings whoever parked a call after some minutes; an entry that is older is a leftover. */
const longestParkedMs = 3_600_000;

/** RingCentral's shared places, where anybody of the company picks a call up by dialling it. */
const parkPlace = /^\*8\d\d$/;
export const isParkPlace = (dialled: string): boolean => parkPlace.test(dialled);

interface Parked extends ParkedCall { direction: Direction; telephonySessionId: string | null; partyId: string | null }

export interface ParkedCallsTools {
  sealed: Sealed;
  name: string;
  clock: Clock;
  /** null where RingCentral does not say. */
  stateOf(telephonySessionId: string): Promise<SessionState | null>;
  onChange(): void;
}

/** The calls this user has parked, until somebody picks them up or they hang up. Sealed, since they are people's numbers. */
export function createParkedCalls({ sealed, name, clock, stateOf, onChange }: ParkedCallsTools) {
  let parked: Parked[] = [];
  /** One after the other, the reading first. */
  let last: Promise<unknown> = sealed.read(name).then((kept) => {
    if (Array.isArray(kept)) parked = [...parked, ...(kept as Parked[])];
    onChange();
  }).catch(() => undefined);

  function keep(next: Parked[]): void {
    if (next.length === parked.length && next.every((each) => parked.includes(each))) return;
    parked = next;
    last = last.then(() => (parked.length === 0 ? sealed.delete(name) : sealed.write(name, parked))).catch(() => undefined);
    onChange();
  }
  const current = (): Parked[] => parked.filter(({ since }) => clock.now() - since < longestParkedMs);

  return {
    add(orbit: string, call: Call): void {
      const { telephonySessionId, partyId, direction } = call;
      keep([{ orbit, with: otherEnd(call), since: clock.now(), direction, telephonySessionId, partyId }, ...parked.filter((each) => each.orbit !== orbit)]);
    },
    find: (orbit: string): Parked | undefined => current().find((each) => each.orbit === orbit),
    /** Picked up here, without waiting for RingCentral to say so. */
    remove: (orbit: string): void => keep(parked.filter((each) => each.orbit !== orbit)),
    heard({ telephonySessionId, partyId, ofUs, fact }: PartyNews): void {
      if (!ofUs || (fact.code !== 'Disconnected' && fact.code !== 'Gone')) return;
      keep(parked.filter((each) => each.telephonySessionId !== telephonySessionId || (each.partyId !== null && partyId !== '' && each.partyId !== partyId)));
    },
    /** Events may have been missed. */
    async lookAround(): Promise<void> {
      await last;
      for (const { orbit, telephonySessionId } of parked) {
        const state = telephonySessionId === null ? null : await stateOf(telephonySessionId);
        if (state && state.ours !== 'Parked') keep(parked.filter((each) => each.orbit !== orbit));
      }
    },
    forget: (): void => keep([]),
    view: (): ParkedCall[] => current().map(({ orbit, with: other, since }) => ({ orbit, with: other, since })),
  };
}

export type ParkedCalls = ReturnType<typeof createParkedCalls>;
