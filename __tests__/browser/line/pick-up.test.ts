import type { DialOrder } from '../../../src/browser/line/calls/dial-queue.ts';
import { createPickUp } from '../../../src/browser/line/calls/pick-up.ts';
import { done, refused } from '../../../src/browser/line/calls/refusal.ts';
import type { SipPhone } from '../../../src/browser/line/sip/sip-phone.ts';
import type { CommandResult } from '../../../src/wire/line/commands.ts';

const priya = { orbit: '*801', with: { number: '+442079460123', name: 'Priya Nair' }, since: 0, direction: 'Inbound', telephonySessionId: 's-1', partyId: 'p-1-2' } as const;

function open(result: CommandResult = done({ callId: 'c' })) {
  const dialled: DialOrder[] = [];
  const removed: string[] = [];
  const pickUp = createPickUp({
    dial: async (_phone, order) => { dialled.push(order); return result; },
    parked: { find: (orbit) => (orbit === '*801' ? priya : undefined), remove: (orbit) => removed.push(orbit) },
  });
  return { dialled, removed, dial: (number: string) => pickUp({} as SipPhone, { number, person: null, windowId: 'w1' }) };
}

describe('dialling a park place', () => {
  it('picks up the call that this user has parked there, as who it is', async () => {
    const { dialled, removed, dial } = open();
    await dial('*801');
    expect([dialled[0]?.picksUp, removed]).toEqual([priya, ['*801']]);
  });

  it('picks up whoever a colleague has parked there', async () => {
    const { dialled, dial } = open();
    await dial(' *802 ');
    expect(dialled[0]?.picksUp).toEqual({ direction: 'Inbound', with: { number: '*802', name: null } });
  });

  it('leaves the call in the list when it could not be picked up', async () => {
    const { removed, dial } = open(refused('no-answer-from-ringcentral'));
    await dial('*801');
    expect(removed).toEqual([]);
  });

  it.each(['102', '*67 650 555 0100', '+16505550100'])('is nothing like dialling %s', async (number) => {
    const { dialled, dial } = open();
    await dial(number);
    expect(dialled).toEqual([{ number, person: null, windowId: 'w1' }]);
  });
});
