import { createCalls } from '../../../src/browser/line/calls/calls.ts';
import { createPlaceCall } from '../../../src/browser/line/calls/place-call.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import type { SipPhone } from '../../../src/browser/line/sip/sip-phone.ts';
import type { CallFact } from '../../../src/core/calls/fact.ts';
import { toLog } from '../../../src/core/calls/to-log.ts';
import { after } from '../../core/calls/live-calls.ts';
import { createHandClock } from './hand-clock.ts';

/** A phone whose calls go as told. */
function open(...news: CallFact[]) {
  const calls = createCalls({ onBegin: () => undefined, onStep: () => undefined, onForget: () => undefined, onChange: () => undefined });
  const phone = {
    async dial(callee: string, started: (call: SipCall) => void) {
      started({ callId: `to ${callee}` } as SipCall);
      news.forEach((fact) => calls.apply(`to ${callee}`, fact));
    },
  } as unknown as SipPhone;
  const placing = createPlaceCall({ clock: createHandClock(), calls, places: { prefer: () => undefined }, me: () => null, callerId: () => '+16505550101', onMicrophoneBlocked: () => undefined });
  return { calls, pickUp: () => placing.place(phone, { number: '*801', person: null, windowId: 'w1', picksUp: { direction: 'Inbound', with: { number: '+442079460123', name: 'Priya Nair' } } }, () => undefined) };
}

describe('picking a parked call up', () => {
  it('goes on talking to whoever waits there, as the call it was', async () => {
    const line = open({ what: 'identified', telephonySessionId: 's-1', partyId: 'p-1-3' }, { what: 'leg-up', at: after(2) });
    expect(await line.pickUp()).toEqual({ done: true, value: { callId: 'to *801' } });
    expect(line.calls.view()[0]).toMatchObject({ phase: 'talking', direction: 'Inbound', from: { name: 'Priya Nair' }, answeredAt: after(2) });
    line.calls.apply('to *801', { what: 'leg-ended', at: after(62) });
    const live = line.calls.get('to *801');
    expect(live && toLog(live, '101')).toMatchObject({ direction: 'Inbound', outcome: 'Completed', talkSeconds: 60, from: { number: '+442079460123' } });
  });

  it('says so when nobody waits there, and shows no call', async () => {
    const line = open({ what: 'leg-refused', at: after(1), status: 404, reason: 'Not Found' }, { what: 'leg-ended', at: after(1) });
    expect(await line.pickUp()).toEqual({ done: false, refusal: 'ringcentral-refused', detail: '404 Not Found' });
    expect(line.calls.view()).toEqual([]);
  });
});
