import { supportText } from '../../../src/browser/app/settings/health/support-text.ts';
import { quietLine, talking } from '../ui/states.ts';

const at = Date.UTC(2026, 10, 23, 18, 5, 10);

describe('the text for support', () => {
  const state = quietLine({
    calls: [talking({ notes: 'Wants the oak samples by Friday', notesAt: at })],
    quality: { a1b2: { mos: 2.91, jitterMs: 41, lossPercent: 12.5, roundTripMs: 310, seconds: 40, grade: 'poor', lasting: true } },
    connection: { state: 'connected-no-calls', cause: 'too-many-phones' },
    health: {
      parts: [{ part: 'registration', level: 'bad', cause: 'too-many-phones', mover: 'user', since: at - 60_000 }],
      events: [{ at: at - 60_000, code: 'register-failed', detail: 603, times: 3 }],
    },
  });
  const text = supportText(state, at, 'Mozilla/5.0 Chrome/153');

  it('says how the line stands, since when, and what happened, in UTC', () => {
    expect(text).toContain('line health at 2026-11-23 18:05:10 (UTC)');
    expect(text).toContain('connection: connected-no-calls too-many-phones');
    expect(text).toContain('registration: bad too-many-phones (user) since 2026-11-23 18:04:10');
    expect(text).toContain('2026-11-23 18:04:10  register-failed 603 x3');
    expect(text).toContain('call: poor, MOS 2.91, jitter 41 ms, loss 12.5 %, round trip 310 ms');
  });

  it('holds nobody’s name, number, notes or Call-ID', () => {
    for (const personal of ['Anna', 'Bergström', '101', '62264', '4155550133', 'WIRELESS', 'oak samples', 'a1b2', 's-17a2', 'p-17a2']) expect(text).not.toContain(personal);
  });
});
