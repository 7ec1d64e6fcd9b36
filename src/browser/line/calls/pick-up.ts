import { dialable } from '../../../core/numbers/dialable.ts';
import type { CommandResult } from '../../../wire/line/commands.ts';
import type { SipPhone } from '../sip/sip-phone.ts';
import type { DialOrder } from './dial-queue.ts';
import { isParkPlace, type ParkedCalls } from './parked-calls.ts';
import type { SecondCall } from './second-call.ts';

/** Dials; at a park place a call that waits there is picked up, and shown as whom this user has parked there, if it was this user. */
export function createPickUp({ dial, parked }: { dial: SecondCall; parked: Pick<ParkedCalls, 'find' | 'remove'> }) {
  return async (phone: SipPhone, order: DialOrder): Promise<CommandResult> => {
    const place = dialable(order.number)?.dial ?? '';
    if (!isParkPlace(place)) return dial(phone, order);
    const result = await dial(phone, { ...order, picksUp: parked.find(place) ?? { direction: 'Inbound', with: { number: place, name: null } } });
    if (result.done) parked.remove(place);
    return result;
  };
}
