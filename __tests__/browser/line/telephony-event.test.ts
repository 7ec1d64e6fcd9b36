import { readSessionState, readTelephonyEvent } from '../../../src/browser/line/events/telephony-event.ts';

const at = (theirs: number | null): number => theirs ?? -1;
const body = (party: object): object => ({
  sequence: 5, sessionId: '8837266033', telephonySessionId: 's-83a46aa08e20', eventTime: '2026-11-24T09:30:08.000Z', origin: { type: 'Call' },
  parties: [{ accountId: '1', extensionId: '101', id: 'p-83a46aa08e20-1', direction: 'Outbound', to: { phoneNumber: '+12125550147' }, from: { phoneNumber: '+16505550101' }, status: { code: 'Answered', rcc: false }, ...party }],
});

describe('a telephony-session event', () => {
  it('is a fact about our party', () => {
    expect(readTelephonyEvent(body({}), '101', at)).toEqual([
      { telephonySessionId: 's-83a46aa08e20', partyId: 'p-83a46aa08e20-1', ofUs: true, fact: { what: 'party', sequence: 5, at: Date.UTC(2026, 10, 24, 9, 30, 8), code: 'Answered', reason: null, missedCall: false, queue: false, direction: 'Outbound', from: '+16505550101', to: '+12125550147' } },
    ]);
  });

  it.each([undefined, 'Sideways', 7])('tells of its party even where it says %s for the direction', (direction) => {
    expect(readTelephonyEvent(body({ direction }), '101', at)[0]?.fact).toMatchObject({ code: 'Answered', direction: null });
  });

  it('is of the other side when it has another extension, or none', () => {
    expect(readTelephonyEvent(body({ extensionId: '102' }), '101', at)[0]?.ofUs).toBe(false);
    expect(readTelephonyEvent(body({ extensionId: undefined }), '101', at)[0]?.ofUs).toBe(false);
  });

  it.each([['Voicemail', 'VoiceMail'], ['VMScreening', 'VoiceMail'], ['voicemail', 'VoiceMail'], ['DISCONNECTED', 'Disconnected']])('spells %s as %s', (code, ours) => {
    expect(readTelephonyEvent(body({ status: { code } }), '101', at)[0]?.fact.code).toBe(ours);
  });

  it('keeps reason and missed call', () => {
    expect(readTelephonyEvent(body({ status: { code: 'Disconnected', reason: 'TargetBusy' }, missedCall: true }), '101', at)[0]?.fact).toMatchObject({ reason: 'TargetBusy', missedCall: true });
  });

  it.each([null, 'x', {}, { telephonySessionId: 's-1' }, { telephonySessionId: 's-1', sequence: 1, parties: 'no' }, body({ status: { code: 'FaxReceive' } })])('says nothing when it is %j', (nonsense) => {
    expect(readTelephonyEvent(nonsense, '101', at)).toEqual([]);
  });
});

describe('a session asked for by REST', () => {
  const session = (code: string) => ({ id: 's-1', parties: [{ id: 'p-1-1', extensionId: 102, status: { code } }, { id: 'p-1-2', extensionId: '101', status: { code: 'Hold' } }] });

  it('tells where our party stands, and whether somebody took the call on the other side', () => {
    expect(readSessionState(session('Answered'), '101')).toEqual({ ours: 'Hold', farAnswered: true });
    expect(readSessionState(session('Proceeding'), '101')).toEqual({ ours: 'Hold', farAnswered: false });
    expect(readSessionState(session('VoiceMail'), '999')).toEqual({ ours: null, farAnswered: true });
  });

  it.each([null, {}, 'gone'])('is not read out of %j', (nonsense) => expect(readSessionState(nonsense, '101')).toBeNull());
});
