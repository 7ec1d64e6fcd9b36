import { isAudible, type Call } from '../../../core/calls/call.ts';
import type { CommandResult } from '../../../wire/line/commands.ts';
import { createSwitchHere, type SwitchHereTools } from '../elsewhere/switch-here.ts';
import type { LateModule } from '../late-part.ts';
import type { Rest } from '../oauth/rest.ts';
import { createSignIn } from '../oauth/sign-in.ts';
import { createColleagues } from '../presence/colleagues.ts';
import type { SipCall } from '../sip/sip-call.ts';
import { createSipOrders, type OrdersOf } from '../sip/sip-orders.ts';
import { createConferences } from './conferences.ts';
import { createFlipCall, type FlipCallTools } from './flip-call.ts';
import { createJoinCalls, type JoinCallsTools } from './join-calls.ts';
import { refused } from './refusal.ts';
import { createRingingCommands, type RingingCommand } from './ringing-commands.ts';
import { createSendToMailbox } from './send-to-mailbox.ts';
import { createServiceCommands, type ServiceCommand, type ServiceCommandTools } from './service-commands.ts';
import { createTransferCommands, type TransferCommand, type TransferCommandTools } from './transfer-commands.ts';

declare const __RCNS_VERSION__: string;
export const version = __RCNS_VERSION__;

export type CallOrderTools = Omit<TransferCommandTools, 'sendToMailbox' | 'ordersOf'> & Omit<JoinCallsTools, 'conferences'> & Omit<ServiceCommandTools, 'flip' | 'ordersOf'> & Omit<FlipCallTools, 'ordersOf'> & SwitchHereTools & { /** null while not signed in. */ rest(): Rest | null };

export type CallOrder = RingingCommand | TransferCommand | ServiceCommand;

/** What is rarer in a call than to answer, hold, mute, type keys and hang up. */
export function createCallOrders(given: CallOrderTools, ordersOf: OrdersOf = (sip) => createSipOrders(sip.ordering)) {
  const tools = { ...given, ordersOf };
  const flip = createFlipCall(tools);
  const transfers = createTransferCommands({ ...tools, sendToMailbox: createSendToMailbox(tools) });
  const services = createServiceCommands({ ...tools, flip });
  const ringing = createRingingCommands(tools);
  return {
    async perform(command: CallOrder, call: Call, sip: SipCall, windowId: string): Promise<CommandResult> {
      switch (command.name) {
        case 'to-voicemail':
        case 'forward':
        case 'begin-reply':
        case 'reply':
          return call.phase === 'ringing' && call.direction === 'Inbound' ? ringing(command, sip) : refused('wrong-moment');
        case 'park':
        case 'flip':
        case 'set-recording':
          return isAudible(call) ? services(command, call, sip) : refused('wrong-moment');
        default:
          return isAudible(call) ? transfers(command, call, sip, windowId) : refused('wrong-moment');
      }
    },
    join: createJoinCalls({ ...tools, conferences: createConferences(tools) }),
    switchHere: createSwitchHere(tools),
    flip,
  };
}

export type CallOrders = ReturnType<typeof createCallOrders>;

/** What dist/orders.js offers: the orders, the colleagues whom most of them are about, and the sign-in, without which there is no call. */
export interface CallOrdersModule extends LateModule { createCallOrders: typeof createCallOrders; createColleagues: typeof createColleagues; createSignIn: typeof createSignIn }
export { createColleagues, createSignIn };
