import { mergeNotes } from '../../../core/calls/notes-merge.ts';
import { isAudible, type Call } from '../../../core/calls/call.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import { longestNotes } from '../../../wire/calls/log-answer.ts';
import type { Clock } from '../../environment/clock.ts';
import type { LatePart } from '../late-part.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { AnswerCall } from './answer-call.ts';
import type { Calls } from './calls.ts';
import type { ChoosePerson } from './choose-person.ts';
import type { Controls } from './controls.ts';
import type { CallOrder, CallOrders } from './orders.ts';
import { done, refusalOf, refused } from './refusal.ts';
import type { TalkToOne } from './talk-to-one.ts';
import type { Turns } from './turns.ts';

export type CallCommand = Extract<Command, { callId: string }>;

export interface CallCommandTools {
  clock: Clock;
  calls: Calls;
  leg(callId: string): SipCall | undefined;
  controls: Controls;
  turns: Turns;
  one: TalkToOne;
  answer: AnswerCall;
  orders: LatePart<Pick<CallOrders, 'perform'>>;
  choosePerson: ChoosePerson;
  keepNotes: Outbox['keepNotes'];
  /** Settles when what was kept so far would outlive this line. */
  written(): Promise<unknown>;
}

const keys = /^[0-9A-D*#,]{1,50}$/i;
/** Remembered for the keypad's display. */
const mostKeys = 100;
/** Whatever else is being done to the call. */
const always = new Set<CallCommand['name']>(['hang-up', 'set-muted', 'send-keys']);

const orderNames = new Set<string>(['to-voicemail', 'forward', 'begin-reply', 'reply', 'transfer', 'transfer-to-voicemail', 'consult', 'complete-transfer', 'cancel-transfer', 'park', 'flip', 'set-recording'] satisfies CallOrder['name'][]);
const isOrder = (command: CallCommand): command is CallOrder => orderNames.has(command.name);

/** What people do with a call; each answered once, and refused in the wrong moment. */
export function createCallCommands({ clock, calls, leg, controls, turns, one, answer, orders, choosePerson, keepNotes, written }: CallCommandTools) {
  /** Taking a call up puts the other on hold. */
  const setHeld = (callId: string, held: boolean): Promise<CommandResult> =>
    turns.take(async () => {
      const live = calls.get(callId);
      if (!live || !isAudible(live.call)) return refused('wrong-moment');
      if (live.evidence.held === held) return done();
      if (!held) {
        if (!one.canHoldOthers(callId)) return refused('wrong-moment');
        await one.holdOthers(callId);
      }
      await one.setHeld(callId, held);
      return done();
    });

  async function withLeg(command: CallCommand, call: Call, sip: SipCall, windowId: string): Promise<CommandResult> {
    const { callId } = command;
    const ringsHere = call.phase === 'ringing' && call.direction === 'Inbound';
    switch (command.name) {
      case 'answer':
        return answer(callId, command.others, windowId);
      case 'decline':
        if (!ringsHere) return refused('wrong-moment');
        await sip.decline();
        return done();
      case 'hang-up':
        await (ringsHere ? sip.decline() : sip.hangUp());
        return done();
      case 'set-muted':
        if (!isAudible(call)) return refused('wrong-moment');
        sip.mute(command.muted);
        calls.apply(callId, { what: 'muted', muted: command.muted });
        return done();
      case 'set-held':
        return setHeld(callId, command.held);
      case 'send-keys':
        if (!isAudible(call)) return refused('wrong-moment');
        if (!keys.test(command.keys)) return refused('failed', 'keys');
        sip.sendKeys(command.keys);
        controls.change(callId, { keys: (controls.of(callId).keys + command.keys).slice(-mostKeys) });
        return done();
      default:
        return refused('wrong-moment');
    }
  }

  async function command(windowId: string, command: CallCommand, late: Pick<CallOrders, 'perform'> | null): Promise<CommandResult> {
    const { callId } = command;
    const live = calls.get(callId);
    if (!live) {
      if (command.name !== 'write-notes' || !command.report) return refused('no-such-call');
      keepNotes(callId, { ...command.report, notes: { text: command.text, at: clock.now() } });
      await written();
      return done();
    }
    if (command.name === 'write-notes') {
      const notes = mergeNotes(command.base, command.text, live.facts.notes);
      // Cut, the end of somebody's words would be lost in silence: they stay with whoever wrote them.
      if (notes.text.length > longestNotes) return refused('too-long');
      // A computer's clock may be put back: what is typed next is later all the same.
      calls.apply(callId, { what: 'notes', text: notes.text, at: Math.max(clock.now(), live.facts.notesAt + 1) });
      await written();
      return done({ notes });
    }
    if (command.name === 'choose-disposition') {
      calls.apply(callId, { what: 'disposition', text: command.disposition, at: Math.max(clock.now(), (live.facts.disposition?.at ?? 0) + 1) });
      return done();
    }
    if (command.name === 'choose-person') {
      choosePerson(live, command.person);
      return done();
    }
    const { call } = live;
    if (command.name === 'dismiss') {
      if (call.phase !== 'ended') return refused('wrong-moment');
      calls.forget(callId);
      return done();
    }
    const sip = leg(callId);
    if (call.phase === 'ended' || !sip || (controls.of(callId).doing !== null && !always.has(command.name))) return refused('wrong-moment');
    return late && isOrder(command) ? late.perform(command, call, sip, windowId) : withLeg(command, call, sip, windowId);
  }

  return async (windowId: string, asked: CallCommand): Promise<CommandResult> => {
    try {
      // First, so that what the call allows is seen when it can be done.
      return await command(windowId, asked, isOrder(asked) ? (orders.here() ?? (await orders.get())) : null);
    } catch (failure) {
      return refusalOf(failure);
    }
  };
}
