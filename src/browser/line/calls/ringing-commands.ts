import { dialable } from '../../../core/numbers/dialable.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { OrdersOf } from '../sip/sip-orders.ts';
import type { Calls } from './calls.ts';
import type { Controls } from './controls.ts';
import { done, refused } from './refusal.ts';

export type RingingCommand = Extract<Command, { name: 'to-voicemail' | 'forward' | 'begin-reply' | 'reply' }>;

/** A caller hears it read out. */
const longestReply = 500;

/** What can be done with a call that rings here, beside answering or declining it. */
export function createRingingCommands({ calls, controls, ordersOf }: { calls: Pick<Calls, 'get' | 'apply'>; controls: Controls; ordersOf: OrdersOf }) {
  const isOver = (callId: string): boolean => calls.get(callId)?.call.phase === 'ended';

  return async (command: RingingCommand, sip: SipCall): Promise<CommandResult> => {
    const { callId } = command;
    switch (command.name) {
      case 'to-voicemail':
        return controls.during(callId, 'forward', async () => {
          await ordersOf(sip).toVoicemail();
          return done();
        });
      case 'forward': {
        const target = dialable(command.number);
        if (!target || target.extension !== null) return refused('not-a-number');
        return controls.during(callId, 'forward', async () => {
          await ordersOf(sip).forward(target.dial);
          return done();
        });
      }
      case 'begin-reply':
        return controls.during(callId, 'reply', async () => {
          await ordersOf(sip).beginReply();
          return done();
        });
      case 'reply': {
        const text = command.text.trim().slice(0, longestReply);
        if (text === '') return refused('failed', 'text');
        return controls.during(callId, 'reply', async () => {
          await ordersOf(sip).reply(text);
          if (!isOver(callId)) calls.apply(callId, { what: 'declined' });
          return done();
        });
      }
    }
  };
}

export type RingingCommands = ReturnType<typeof createRingingCommands>;
