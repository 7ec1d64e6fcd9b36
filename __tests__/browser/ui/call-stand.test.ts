import { callStand } from '../../../src/browser/ui/control/call-stand.ts';
import { untouched } from '../../../src/wire/line/state.ts';
import { ended, quietLine, ringing, talking } from './states.ts';

const acme = talking({ callId: 'acme', held: true });
const kim = talking({ callId: 'kim', direction: 'Outbound' });

describe('how a call stands among the others', () => {
  test('alone, with nothing done to it', () => {
    expect(callStand(kim, quietLine({ calls: [kim, ended({ callId: 'older' })] }))).toEqual({ control: untouched, others: [], asksFor: null, askedBy: null, waits: false });
  });

  test('a call that only rings takes no place beside the one talked to', () => {
    const bakery = ringing({ callId: 'bakery' });
    const state = quietLine({ calls: [bakery, kim] });
    expect(callStand(kim, state).others).toEqual([]);
    expect(callStand(bakery, state).others).toEqual([kim]);
  });

  test('a call of ours that rings out there does take one', () => {
    const dialled = { ...ringing({ callId: 'dialled' }), direction: 'Outbound' as const };
    expect(callStand(acme, quietLine({ calls: [dialled, acme] }))).toMatchObject({ others: [dialled], waits: true });
  });

  test('a held call waits while another is talked to, and no longer when that one is held too', () => {
    expect(callStand(acme, quietLine({ calls: [kim, acme] })).waits).toBe(true);
    expect(callStand(kim, quietLine({ calls: [kim, acme] })).waits).toBe(false);
    expect(callStand(acme, quietLine({ calls: [talking({ callId: 'kim', held: true }), acme] })).waits).toBe(false);
  });

  test('Kim is asked whether she takes Acme over: each call knows of the other', () => {
    const state = quietLine({ calls: [kim, acme], controls: { kim: { ...untouched, consultsFor: 'acme' } } });
    expect(callStand(kim, state)).toMatchObject({ asksFor: acme, askedBy: null });
    expect(callStand(acme, state)).toMatchObject({ asksFor: null, askedBy: kim });
  });

  test('nobody is asked any more once one of the two has ended', () => {
    const state = quietLine({ calls: [kim, ended({ callId: 'acme' })], controls: { kim: { ...untouched, consultsFor: 'acme' } } });
    expect(callStand(kim, state).asksFor).toBeNull();
  });
});
