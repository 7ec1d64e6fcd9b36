import { createCalls } from '../../../src/browser/line/calls/calls.ts';
import type { PartyNews } from '../../../src/browser/line/events/telephony-event.ts';
import { inbound, outbound, party } from '../../core/calls/live-calls.ts';

const news = (partyId: string, fact: ReturnType<typeof party>, ofUs = true): PartyNews => ({ telephonySessionId: 's-1', partyId, ofUs, fact });
const open = () => createCalls({ onBegin: () => undefined, onStep: () => undefined, onForget: () => undefined, onChange: () => undefined });
const identified = (partyId: string | null) => ({ what: 'identified', telephonySessionId: 's-1', partyId }) as const;

describe('the two sources of facts', () => {
  it('meet in the telephony session, also when the events come first', () => {
    const calls = open();
    calls.begin(outbound);
    calls.hear(news('p-1-1', party(3, 'Proceeding', 1)));
    calls.hear(news('p-1-1', party(5, 'Answered', 4)));
    calls.apply('out-1', identified('p-1-1'));
    expect(calls.view()[0]?.phase).toBe('talking');
  });

  it('keep apart two rings of one queue session at the same extension', () => {
    const calls = open();
    calls.begin({ ...inbound, callId: 'first' });
    calls.apply('first', identified('p-1-3'));
    calls.begin({ ...inbound, callId: 'second' });
    calls.apply('second', identified('p-1-5'));
    calls.hear(news('p-1-3', party(6, 'Disconnected', 9, { missedCall: true })));
    expect(calls.get('first')?.call).toMatchObject({ phase: 'ended', outcome: 'Missed' });
    expect(calls.get('second')?.call.phase).toBe('ringing');
  });

  it('does not take the other side’s answer for ours', () => {
    const calls = open();
    calls.begin(outbound);
    calls.apply('out-1', identified('p-1-1'));
    calls.hear(news('p-1-2', party(4, 'Answered', 2), false));
    expect(calls.view()[0]?.phase).toBe('dialling');
  });
});

describe('the list of calls', () => {
  it('shows the newest first and keeps the last five that ended', () => {
    const calls = open();
    for (const callId of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      calls.begin({ ...outbound, callId });
      calls.apply(callId, { what: 'leg-ended', at: 5 });
    }
    calls.begin({ ...outbound, callId: 'h' });
    expect(calls.view().map(({ callId }) => callId)).toEqual(['h', 'g', 'f', 'e', 'd', 'c']);
  });
});
