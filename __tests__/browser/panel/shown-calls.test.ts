import { shownCalls } from '../../../src/browser/panel/shown-calls.ts';
import { ended, ringing, talking } from '../ui/states.ts';

describe('the panel of a dock', () => {
  const going = talking({ callId: 'going' });
  const over = ended({ callId: 'over' });

  test('folded, covers the page only for a call that rings, and names the one that goes on', () => {
    const { cards, bar } = shownCalls([ringing(), going, over], false);
    expect([cards.map(({ callId }) => callId), bar?.callId]).toEqual([['a1b2'], 'going']);
  });

  test('folded, names the call that was missed last', () => {
    expect(shownCalls([over, ended({ callId: 'older' })], false)).toEqual({ cards: [], bar: over });
  });

  test('unfolded, shows every live call, and without one the newest that ended', () => {
    expect(shownCalls([going, over], true)).toEqual({ cards: [going], bar: null });
    expect(shownCalls([over, ended({ callId: 'older' })], true)).toEqual({ cards: [over], bar: null });
  });
});
