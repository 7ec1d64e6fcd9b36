import type { PopOutEnvironment, WindowPlace } from '../../../src/browser/environment/pop-out-environment.ts';
import { bePopOut, isPopOut, openPopOut } from '../../../src/browser/windows/pop-out.ts';
import { createFakeLocks } from '../line/fakes.ts';

/** A laptop's screen with a task bar of 40 pixels at the top, and what windows of this origin keep. */
function desktop(kept: unknown = null) {
  const store = new Map<string, unknown>(kept === null ? [] : [['rcns-pop-out', kept]]);
  const opened: { url: string; name: string; features: string }[] = [];
  const facts = { place: { left: 900, top: 60, width: 420, height: 700 } as WindowPlace, closed: 0, answer: 'opened' as 'opened' | 'there' | 'blocked' };
  let changed = (): void => undefined;
  const environment: PopOutEnvironment = {
    screen: () => ({ left: 0, top: 40, width: 1440, height: 860 }),
    place: () => facts.place,
    onPlaceChanged: (listener) => { changed = listener; },
    lasting: { read: (key) => store.get(key) ?? null, write: (key, value) => void store.set(key, value) },
    open: (url, name, features) => { opened.push({ url, name, features }); return facts.answer; },
    close: () => void (facts.closed += 1),
  };
  return { environment, facts, opened, store, move: () => changed() };
}
const featuresOf = (kept: unknown): string => {
  const { environment, opened } = desktop(kept);
  openPopOut('/app?script=1&deploy=1', environment);
  return opened[0]?.features ?? '';
};
const sam = { account: 'TSTDRV1234567', user: { id: 102, name: 'Sam Rivera' } };

describe('the pop-out window', () => {
  test('is the phone app in a shape of its own, always under the same name', () => {
    const { environment, opened } = desktop();
    expect(openPopOut('/app?script=1&deploy=1', environment)).toBe('opened');
    expect(opened[0]).toMatchObject({ url: '/app?script=1&deploy=1&shape=pop-out', name: 'rcns-pop-out' });
    expect([isPopOut('?script=1&deploy=1&shape=pop-out'), isPopOut('?script=1&deploy=1')]).toEqual([true, false]);
  });

  test('opens at first beside the page, at the right edge of the screen', () => {
    expect(featuresOf(null)).toBe('popup,left=1040,top=40,width=400,height=640');
  });

  test('opens as it was left', () => {
    const { environment, move, opened } = desktop();
    bePopOut(sam, createFakeLocks(), environment);
    move();
    openPopOut('/app', environment);
    expect(opened[0]?.features).toBe('popup,left=900,top=60,width=420,height=700');
  });

  test.each([
    ['a screen that is no longer there', { left: 2600, top: -300, width: 420, height: 700 }, 'popup,left=1020,top=40,width=420,height=700'],
    ['a bigger screen', { left: 100, top: 100, width: 3000, height: 2000 }, 'popup,left=0,top=40,width=1440,height=860'],
    ['nothing one could talk in', { left: 0, top: 40, width: 10, height: 10 }, 'popup,left=0,top=40,width=320,height=400'],
    ['what somebody else wrote', { left: 'over there', width: null }, 'popup,left=1040,top=40,width=400,height=640'],
  ])('kept for %s still opens on this one', (_what, kept, features) => {
    expect(featuresOf(kept)).toBe(features);
  });

  test('that is being closed does not forget its size', () => {
    const { environment, facts, move, store } = desktop();
    bePopOut(sam, createFakeLocks(), environment);
    facts.place = { left: 0, top: 0, width: 0, height: 0 };
    move();
    expect(store.size).toBe(0);
  });

  test('is one: the one that was asked for last; another user’s is left alone', () => {
    const locks = createFakeLocks();
    const [first, second, kims] = [desktop(), desktop(), desktop()];
    bePopOut(sam, locks, first.environment);
    bePopOut({ ...sam, user: { id: 103, name: 'Kim Okafor' } }, locks, kims.environment);
    bePopOut(sam, locks, second.environment);
    expect([first.facts.closed, second.facts.closed, kims.facts.closed]).toEqual([1, 0, 0]);
  });

  test('that the browser blocks is told to whoever asked', () => {
    const { environment, facts } = desktop();
    facts.answer = 'blocked';
    expect(openPopOut('/app', environment)).toBe('blocked');
  });
});
