import type { CallFact } from '../../../src/core/calls/fact.ts';
import { conferenceName } from '../../../src/core/calls/conference.ts';
import { toLog } from '../../../src/core/calls/to-log.ts';
import { after, identified, inbound, joined, nine30, outbound, party } from './live-calls.ts';

const dana = '400131501101';
const here: CallFact[] = [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(60) }];
const ended: CallFact[] = [{ what: 'leg-ended', at: after(90) }, party(9, 'Disconnected', 90)];

describe('Dana takes a call from her desk phone to here', () => {
  it('rings nobody on its way, though a customer had called', () => {
    expect(joined('call', inbound).call.phase).toBe('dialling');
    expect(joined('call', inbound, identified, { what: 'leg-ringing' }).call.phase).toBe('dialling');
  });

  it('goes on talking once it is here, for as long as events have told', () => {
    const { call } = joined('call', inbound, party(4, 'Answered', 6), ...here);
    expect(call).toMatchObject({ phase: 'talking', direction: 'Inbound', answeredAt: after(6) });
    expect(toLog(joined('call', inbound, party(4, 'Answered', 6), ...here, ...ended), dana)).toMatchObject({ outcome: 'Completed', talkSeconds: 84, ringSeconds: 6 });
  });

  it('guesses no talk time when nobody told of the answer', () => {
    expect(joined('call', inbound, ...here).call).toMatchObject({ phase: 'talking', answeredAt: after(60) });
    expect(toLog(joined('call', inbound, ...here, ...ended), dana)).toMatchObject({ outcome: 'Completed', talkSeconds: null, ringSeconds: null });
  });

  it('is talking too when she had made the call herself', () => {
    expect(joined('call', outbound, party(3, 'Proceeding', 2), party(5, 'Answered', 8), ...here).call).toMatchObject({ phase: 'talking', answeredAt: after(8) });
    expect(joined('call', outbound, ...here).call).toMatchObject({ phase: 'talking', answeredAt: after(60) });
  });

  it('leaves no record of a call that did not come', () => {
    const refused = joined('call', inbound, identified, { what: 'leg-refused', at: after(61), status: 481, reason: 'Call Leg/Transaction Does Not Exist' });
    expect([refused.call.phase, toLog(refused, dana)]).toEqual(['ended', null]);
  });
});

describe('Dana picks a parked call up', () => {
  const waiting = { ...inbound, from: { number: '*802', name: null } };

  it('talks at once, for exactly as long as it is here', () => {
    const live = joined('parked', waiting, ...here, ...ended);
    expect(joined('parked', waiting, ...here).call).toMatchObject({ phase: 'talking', answeredAt: after(60) });
    expect(toLog(live, dana)).toMatchObject({ outcome: 'Completed', talkSeconds: 30 });
  });

  it('learns from events which way it began, and with whom', () => {
    const { facts } = joined('parked', waiting, ...here, party(7, 'Answered', 60, { direction: 'Outbound', from: '+16505550101', to: '+12125550147' }));
    expect(facts).toMatchObject({ direction: 'Outbound', from: { number: '+16505550101' }, to: { number: '+12125550147' } });
    expect(joined('parked', waiting, ...here, party(7, 'Answered', 60, { direction: 'Inbound', from: '+442079460123' })).facts).toMatchObject({ direction: 'Inbound', from: { number: '+442079460123' } });
  });

  it('is of no other call: its direction is what it is', () => {
    expect(joined('call', inbound, ...here, party(7, 'Answered', 60, { direction: 'Outbound' })).facts.direction).toBe('Inbound');
  });
});

describe('a conference is called', () => {
  it.each([
    ['Conference', []],
    ['Conference with Priya Nair', ['Priya Nair']],
    ['Conference with Priya Nair, Lee Chan and Ana Petrova', ['Priya Nair', 'Lee Chan', 'Ana Petrova']],
  ])('%s', (name, names) => expect(conferenceName(names)).toBe(name));
});

describe('Dana’s conference', () => {
  const dialled: CallFact[] = [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(1) }, party(3, 'Answered', 1)];

  it('is no talk while she is alone in it', () => {
    expect(joined('conference', outbound, ...dialled).call.phase).toBe('ringing');
    expect(toLog(joined('conference', outbound, ...dialled, { what: 'leg-ended', at: after(3) }), dana)).toBeNull();
  });

  it('is a talk since the first of them was brought in', () => {
    const met = joined('conference', outbound, ...dialled, { what: 'met', at: after(4), name: 'Lee Chan' }, { what: 'met', at: after(3), name: 'Priya Nair' }, { what: 'met', at: after(3), name: 'Priya Nair' });
    expect(met.call).toMatchObject({ phase: 'talking', answeredAt: after(3), to: { number: '', name: 'Conference with Priya Nair and Lee Chan' } });
    expect(toLog(joined('conference', outbound, ...dialled, { what: 'met', at: after(3), name: 'Priya Nair' }, ...ended), dana)).toMatchObject({ outcome: 'Completed', startedAt: nine30, talkSeconds: 87 });
  });
});
