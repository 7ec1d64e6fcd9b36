import { dialable } from '../../../core/numbers/dialable.ts';
import type { Call } from '../../../core/calls/call.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { OrdersOf } from '../sip/sip-orders.ts';
import type { Controls } from './controls.ts';
import type { FlipCall } from './flip-call.ts';
import type { ParkedCalls } from './parked-calls.ts';
import { done, refused } from './refusal.ts';

export type ServiceCommand = Extract<Command, { name: 'park' | 'flip' | 'set-recording' }>;

export interface ServiceCommandTools { controls: Controls; flip: FlipCall; parked: Pick<ParkedCalls, 'add'>; ordersOf: OrdersOf }

/** What RingCentral does with a call that is up, at our word: keeps it for others, rings another phone with it, records it. */
export function createServiceCommands({ controls, flip, parked, ordersOf }: ServiceCommandTools) {
  return async (command: ServiceCommand, call: Call, sip: SipCall): Promise<CommandResult> => {
    const { callId } = command;
    switch (command.name) {
      case 'park':
        return controls.during(callId, 'park', async () => {
          const orbit = await ordersOf(sip).park();
          parked.add(orbit, call);
          void sip.hangUp();
          return done({ orbit });
        });
      case 'flip': {
        const target = dialable(command.number);
        if (!target || target.extension !== null) return refused('not-a-number');
        await flip.begin(callId, target.dial);
        return done();
      }
      case 'set-recording': {
        const { on } = command;
        if (controls.of(callId).recording === on) return done();
        return controls.during(callId, 'record', async () => {
          await ordersOf(sip).record(on);
          controls.change(callId, { recording: on });
          return done();
        });
      }
    }
  };
}

export type ServiceCommands = ReturnType<typeof createServiceCommands>;
