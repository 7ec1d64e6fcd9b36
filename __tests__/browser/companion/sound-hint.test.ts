import { soundHint } from '../../../src/browser/companion/sound-hint.ts';
import { usualPreferences } from '../../../src/wire/line/preferences.ts';
import { quietLine } from '../ui/states.ts';

const hint = (over: Parameters<typeof quietLine>[0]) => soundHint({ reach: 'here', state: quietLine(over) });

describe('the folded dock', () => {
  it('says that calls would not be heard ringing, while that is so', () => {
    expect(hint({ soundLocked: true })).toBe('Click once to hear calls');
    expect(hint({ soundLocked: false })).toBe('');
  });
  it('says nothing of it to whoever wants no ring, or has no phone', () => {
    expect(hint({ soundLocked: true, preferences: { ...usualPreferences, ring: false } })).toBe('');
    expect(hint({ soundLocked: true, connection: { state: 'not-connected', companySetUp: true, failure: null } })).toBe('');
    expect(soundHint({ reach: 'starting' })).toBe('');
  });
});
