import { dialable } from '../../../core/numbers/dialable.ts';
import type { Call } from '../../../core/calls/call.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import type { Clock } from '../../environment/clock.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { OrdersOf } from '../sip/sip-orders.ts';
import type { SipPhone } from '../sip/sip-phone.ts';
import type { LineTimings } from '../timings.ts';
import type { Calls } from './calls.ts';
import type { Controls } from './controls.ts';
import { done, refused } from './refusal.ts';
import type { SecondCall } from './second-call.ts';
import type { SendToMailbox } from './send-to-mailbox.ts';
import type { TalkToOne } from './talk-to-one.ts';
import type { Turns } from './turns.ts';

export type TransferCommand = Extract<Command, { name: 'transfer' | 'transfer-to-voicemail' | 'consult' | 'complete-transfer' | 'cancel-transfer' }>;

export interface TransferCommandTools {
  calls: Pick<Calls, 'get'>;
  controls: Controls;
  leg(callId: string): SipCall | undefined;
  phone(): SipPhone | null;
  turns: Turns;
  one: TalkToOne;
  dial: SecondCall;
  sendToMailbox: SendToMailbox;
  ordersOf: OrdersOf;
  clock: Clock;
  timings: Pick<LineTimings, 'sipAnswerMs'>;
}

const extensionNumber = /^\d{1,10}$/;

/** Hands a call that is up to somebody else: at once, into a mailbox, or after asking whether they take it. */
export function createTransferCommands({ calls, controls, leg, phone, turns, one, dial, sendToMailbox, ordersOf, clock, timings }: TransferCommandTools) {
  const isOver = (callId: string): boolean => (calls.get(callId)?.call.phase ?? 'ended') === 'ended';

  function toVoicemail(call: Call, extension: string): Promise<CommandResult> | CommandResult {
    const { callId, telephonySessionId, partyId } = call;
    if (!extensionNumber.test(extension)) return refused('not-a-number');
    if (telephonySessionId === null || partyId === null) return refused('wrong-moment');
    return controls.during(callId, 'transfer', async () => ((await sendToMailbox({ telephonySessionId, partyId }, extension)) ? done() : refused('not-a-number')));
  }

  async function consult({ callId, number, person }: Extract<TransferCommand, { name: 'consult' }>, windowId: string): Promise<CommandResult> {
    const current = phone();
    if (!dialable(number)) return refused('not-a-number');
    if (!current || controls.consultFor(callId) !== null) return refused('wrong-moment');
    return dial(current, { number, person, windowId }, (consultId) => {
      if (!isOver(callId)) controls.change(consultId, { consultsFor: callId });
    });
  }

  const complete = (callId: string): Promise<CommandResult> =>
    turns.take(async () => {
      const consultId = controls.consultFor(callId);
      const dialog = consultId === null ? null : leg(consultId)?.dialog();
      const sip = leg(callId);
      if (consultId === null || !dialog || !sip || isOver(callId)) return refused('wrong-moment');
      return controls.during(consultId, 'transfer', () =>
        controls.during(callId, 'transfer', async () => {
          await ordersOf(sip).transferTo(dialog);
          // RingCentral ends the second leg too; one that it forgot is not left standing.
          clock.after(timings.sipAnswerMs, () => void leg(consultId)?.hangUp());
          return done();
        }));
    });

  const cancel = (callId: string): Promise<CommandResult> =>
    turns.take(async () => {
      const consultId = controls.consultFor(callId);
      if (consultId === null || isOver(callId)) return refused('wrong-moment');
      void leg(consultId)?.hangUp();
      if (calls.get(callId)?.evidence.held) await one.setHeld(callId, false);
      return done();
    });

  return async (command: TransferCommand, call: Call, sip: SipCall, windowId: string): Promise<CommandResult> => {
    const { callId } = command;
    switch (command.name) {
      case 'transfer': {
        const target = dialable(command.number);
        if (!target || target.extension !== null) return refused('not-a-number');
        return controls.during(callId, 'transfer', async () => {
          await ordersOf(sip).transfer(target.dial);
          return done();
        });
      }
      case 'transfer-to-voicemail':
        return toVoicemail(call, command.extension.trim());
      case 'consult':
        return consult(command, windowId);
      case 'complete-transfer':
        return complete(callId);
      case 'cancel-transfer':
        return cancel(callId);
    }
  };
}

export type TransferCommands = ReturnType<typeof createTransferCommands>;
