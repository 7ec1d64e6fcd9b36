import { otherEnd } from '../../../core/calls/call.ts';
import type { LiveCall } from '../../../core/calls/live-call.ts';
import type { CallQuality } from '../../../core/calls/quality.ts';
import type { WhatToLog } from '../../../core/calls/wants-logging.ts';
import { createAnswerCall } from '../calls/answer-call.ts';
import { createCallCommands } from '../calls/call-commands.ts';
import { createChoosePerson } from '../calls/choose-person.ts';
import { createCalls, type Calls } from '../calls/calls.ts';
import { createControls } from '../calls/controls.ts';
import { createIdentifyCaller } from '../calls/identify-caller.ts';
import { createLogEndedCall } from '../calls/log-ended-call.ts';
import type { CallOrders, CallOrdersModule } from '../calls/orders.ts';
import { createPickUp } from '../calls/pick-up.ts';
import type { ParkedCalls } from '../calls/parked-calls.ts';
import { createPlaceCall } from '../calls/place-call.ts';
import { createSecondCall } from '../calls/second-call.ts';
import { createTalkToOne } from '../calls/talk-to-one.ts';
import { createTurns } from '../calls/turns.ts';
import { createWatchInternalCall } from '../calls/watch-internal-call.ts';
import type { SwitchHereTools } from '../elsewhere/switch-here.ts';
import type { PartyNews, SessionState } from '../events/telephony-event.ts';
import type { Clock } from '../../environment/clock.ts';
import { createLatePart, type LatePart } from '../late-part.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import type { MoveAudio } from '../media/move-audio.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { Rest } from '../oauth/rest.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Ring, SipPhone } from '../sip/sip-phone.ts';
import type { LineTimings } from '../timings.ts';
import type { Me } from './me.ts';

export interface CallsOfUserTools {
  clock: Clock;
  timings: LineTimings;
  places: Pick<AudioPlaces, 'prefer'>;
  moveAudio: Pick<MoveAudio, 'legUp' | 'isMoving'>;
  netsuite: NetSuiteClient;
  outbox: Outbox;
  parked: ParkedCalls;
  /** Calls on other devices of this user. */
  watch: SwitchHereTools['watch'];
  me(): Me | null;
  /** null: not known yet. */
  whatToLog(): WhatToLog | null;
  /** The number to show to whoever is called; null: as RingCentral has it. */
  callerId(): string | null;
  phone(): SipPhone | null;
  /** Registered; null otherwise. */
  readyPhone(): SipPhone | null;
  /** null while not signed in. */
  rest(): Rest | null;
  stateOf(telephonySessionId: string): Promise<SessionState | null>;
  /** Of the whole call; null: never read. */
  quality(callId: string): CallQuality | null;
  /** Of this line. */
  version: string;
  loadOrders(): Promise<unknown>;
  onMicrophoneBlocked(): void;
  /** Audio was opened: the microphone is allowed after all. */
  onMicrophoneOpen(): void;
  onChange(): void;
}

/** The calls of a user and everything that follows from them: names, logs, keys behind a number, the card's end. */
export function createCallsOfUser({ clock, timings, places, moveAudio, netsuite, outbox, parked, watch, me, whatToLog, callerId, phone, readyPhone, rest, stateOf, quality, version, loadOrders, onMicrophoneBlocked, onMicrophoneOpen, onChange }: CallsOfUserTools) {
  const identify = createIdentifyCaller({ netsuite, calls: () => calls });
  const log = createLogEndedCall({ clock, timings, outbox, extensionId: () => me()?.extensionId ?? null, whatToLog, current: (callId) => calls.get(callId), quality });
  const watchInternal = createWatchInternalCall({ clock, timings, calls: () => calls, stateOf });
  const cards = new Map<string, () => void>();
  const controls = createControls({ onChange });
  const turns = createTurns();
  const leg = (callId: string) => phone()?.call(callId);

  function stepped(before: LiveCall, after: LiveCall): void {
    const { callId } = after.facts;
    log.changed(before, after);
    // Who waits at a colleague's park place is known only now.
    if (after.evidence.joins === 'parked' && otherEnd(after.facts).number !== otherEnd(before.facts).number) void identify(after);
    watchInternal(after);
    if (after.evidence.legUpAt !== null && before.evidence.legUpAt === null) {
      onMicrophoneOpen();
      moveAudio.legUp(callId);
    }
    if (after.call.phase === 'talking' && before.call.phase !== 'talking') {
      const keys = placing.takeKeys(callId);
      if (keys !== null) leg(callId)?.sendKeys(keys);
    }
    // A card somebody writes on stays.
    if (after.call.phase === 'ended' && (before.call.phase !== 'ended' || after.facts.notesAt !== before.facts.notesAt)) {
      cards.get(callId)?.();
      cards.set(callId, clock.after(timings.endedCardMs, () => calls.forget(callId)));
    }
    if (after.call.phase === 'ended' && before.call.phase !== 'ended') {
      placing.takeKeys(callId);
      orders.here()?.flip.ended(callId);
      controls.ended(callId);
      // The events may know of the end before SIP does, or a BYE was lost: the leg goes too.
      void leg(callId)?.hangUp();
    }
  }

  const calls: Calls = createCalls({
    onBegin: (live) => void identify(live),
    onStep: stepped,
    onForget: (callId) => {
      cards.get(callId)?.();
      cards.delete(callId);
      log.forget(callId);
      controls.forget(callId);
    },
    onChange,
  });
  const placing = createPlaceCall({ clock, calls, places, me, callerId, onMicrophoneBlocked });
  const one = createTalkToOne({ calls, leg });
  const answer = createAnswerCall({ calls, leg, turns, one, places, onMicrophoneBlocked });
  const dial = createSecondCall({ turns, one, placing });
  const orders: LatePart<CallOrders> = createLatePart({
    clock,
    version,
    load: loadOrders,
    open: (module: CallOrdersModule) => module.createCallOrders({ clock, timings, calls, controls, turns, one, leg, dial, parked, watch, places, phone, readyPhone, rest, me, onMicrophoneBlocked }),
  });

  return {
    calls,
    controls,
    leftOut: log.leftOut,
    turns,
    one,
    /** A call is up or being made. */
    isBusy: (): boolean => one.up().length > 0,
    place: createPickUp({ dial, parked }),
    orders,
    command: createCallCommands({ clock, calls, leg, controls, turns, one, answer, orders, choosePerson: createChoosePerson({ clock, netsuite, calls: () => calls }), keepNotes: outbox.keepNotes, written: outbox.written }),
    /** false: the call is shown no more. */
    rewriteNotes(callId: string, text: string): boolean {
      calls.apply(callId, { what: 'notes', text, at: Math.max(clock.now(), (calls.get(callId)?.facts.notesAt ?? 0) + 1) });
      return calls.has(callId);
    },
    /** A telephony-session event. */
    hear(news: PartyNews): void {
      calls.hear(news);
      orders.here()?.flip.heard(news);
      parked.heard(news);
    },
    ring({ call, from, to, queue }: Ring): void {
      calls.begin({ callId: call.callId, direction: 'Inbound', telephonySessionId: null, partyId: null, from, to, queue, startedAt: clock.now(), notes: '', notesAt: 0, disposition: null, person: null });
    },
    /** The phone is being put away: calls that are up are hung up, and no leg will tell how a ringing one goes on. */
    async endAll(): Promise<void> {
      await Promise.all(one.up().map(({ call }) => leg(call.callId)?.hangUp()));
      for (const { call } of calls.live()) calls.apply(call.callId, { what: 'leg-ended', at: clock.now() });
    },
    refresh(current: SipPhone): void {
      // One whose audio is on its way gets a re-INVITE anyway.
      for (const { call } of calls.live()) if (!moveAudio.isMoving(call.callId)) current.call(call.callId)?.refresh().catch(() => undefined);
    },
    close(): void {
      log.close();
      orders.here()?.flip.close();
      for (const cancel of cards.values()) cancel();
    },
  };
}

export type CallsOfUser = ReturnType<typeof createCallsOfUser>;
