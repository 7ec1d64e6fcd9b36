import type { Call } from '../../../src/core/calls/call.ts';
import type { CommandResult } from '../../../src/wire/line/commands.ts';
import { chooseRingingWindow, type RingCandidate } from '../../../src/browser/line/ringing/choose-ringing-window.ts';
import { createRinging } from '../../../src/browser/line/ringing/ringing.ts';
import { ended, ringing, talking } from '../ui/states.ts';

const tab = (windowId: string, over: Partial<RingCandidate> = {}): RingCandidate => ({ windowId, page: 'record', visible: false, awake: true, since: 1, sound: 'unlocked', ...over });

describe('the window that rings', () => {
  it('is one that can be heard, even when another is in view', () => {
    expect(chooseRingingWindow([tab('seen', { visible: true, sound: 'locked' }), tab('clicked')], null)).toBe('clicked');
    expect(chooseRingingWindow([tab('seen', { visible: true, sound: 'unknown' }), tab('clicked')], null)).toBe('clicked');
  });
  it('is otherwise the one in view, else the app, else the newest', () => {
    expect(chooseRingingWindow([tab('app', { page: 'app' }), tab('seen', { visible: true })], null)).toBe('seen');
    expect(chooseRingingWindow([tab('new', { since: 9 }), tab('app', { page: 'app' })], null)).toBe('app');
    expect(chooseRingingWindow([tab('old'), tab('new', { since: 9 })], null)).toBe('new');
  });
  it('stays the same while it can be heard, whatever comes into view', () => {
    expect(chooseRingingWindow([tab('app', { page: 'app', visible: true }), tab('ringing')], 'ringing')).toBe('ringing');
    expect(chooseRingingWindow([tab('clicked'), tab('silent', { sound: 'locked' })], 'silent')).toBe('clicked');
  });
  it('is never one that sleeps in the page cache', () => {
    expect(chooseRingingWindow([tab('asleep', { awake: false }), tab('here', { sound: 'locked' })], 'asleep')).toBe('here');
    expect(chooseRingingWindow([tab('asleep', { awake: false })], 'asleep')).toBeNull();
  });
});

/** Kim's line with windows and calls in a test's hands. */
function kims(windows: RingCandidate[]) {
  let calls: Call[] = [];
  const media = new Map<string, string>();
  const onChange = jest.fn();
  const ring = createRinging({ windows: () => windows, calls: () => calls, mediaWindow: (callId) => media.get(callId) ?? null, wantsNotification: () => true, onChange });
  ring.look();
  onChange.mockClear();
  return {
    ring, media, onChange,
    calls(...now: Call[]): void {
      calls = now;
      ring.look();
    },
    leaves(windowId: string): void {
      windows.splice(windows.findIndex((each) => each.windowId === windowId), 1);
      ring.look();
    },
    changes(windowId: string, over: Partial<RingCandidate>): void {
      Object.assign(windows.find((each) => each.windowId === windowId) as RingCandidate, over);
      ring.look();
    },
  };
}
const done: CommandResult = { done: true, value: null };
const refused: CommandResult = { done: false, refusal: 'microphone-blocked', detail: '' };

describe('ringing', () => {
  it('is in one of five tabs, and ends with the ringing', () => {
    const { ring, calls } = kims(['1', '2', '3', '4', '5'].map((id) => tab(id, { since: Number(id) })));
    expect(ring.ringsIn()).toBeNull();
    calls(ringing());
    expect(ring.ringsIn()).toBe('5');
    calls(ended());
    expect(ring.ringsIn()).toBeNull();
  });

  it('is not for calls that are made from here', () => {
    const { ring, calls } = kims([tab('1')]);
    calls(ringing({ direction: 'Outbound' }));
    expect(ring.ringsIn()).toBeNull();
  });

  it('moves on when its window dies', () => {
    const { ring, calls, leaves, onChange } = kims([tab('old'), tab('new', { since: 9 })]);
    calls(ringing());
    onChange.mockClear();
    leaves('new');
    expect(ring.ringsIn()).toBe('old');
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('moves to a window whose sound a click has unlocked', () => {
    const { ring, calls, changes } = kims([tab('seen', { visible: true, sound: 'locked' }), tab('other', { sound: 'locked' })]);
    calls(ringing());
    expect(ring.ringsIn()).toBe('seen');
    changes('other', { sound: 'unlocked' });
    expect(ring.ringsIn()).toBe('other');
  });

  it('knocks where the first call is heard, when a second one comes', () => {
    const { ring, calls, media } = kims([tab('app', { page: 'app', visible: true }), tab('record')]);
    media.set('first', 'record');
    calls(talking({ callId: 'first' }), ringing());
    expect(ring.ringsIn()).toBe('record');
  });

  it('is still from the click on Answer, before RingCentral has heard of it', async () => {
    const { ring, calls } = kims([tab('1')]);
    calls(ringing());
    let answer: (result: CommandResult) => void = () => undefined;
    const asked = ring.quietly(() => new Promise((resolve) => (answer = resolve)))('1', { name: 'answer', callId: 'a1b2', others: 'hold' });
    expect(ring.ringsIn()).toBeNull();
    answer(done);
    await asked;
    expect(ring.ringsIn()).toBeNull();
  });

  it('goes on when the answer came to nothing', async () => {
    const { ring, calls } = kims([tab('1')]);
    calls(ringing());
    await ring.quietly(async () => refused)('1', { name: 'answer', callId: 'a1b2', others: 'hold' });
    expect(ring.ringsIn()).toBe('1');
    await expect(ring.quietly(() => Promise.reject(new Error('the line is broken')))('1', { name: 'decline', callId: 'a1b2' })).rejects.toThrow();
    expect(ring.ringsIn()).toBe('1');
  });

  it('goes on for another call that rings as well', async () => {
    const { ring, calls } = kims([tab('1')]);
    calls(ringing(), ringing({ callId: 'c3d4' }));
    await ring.quietly(async () => done)('1', { name: 'begin-reply', callId: 'a1b2' });
    expect(ring.ringsIn()).toBe('1');
    await ring.quietly(async () => done)('1', { name: 'decline', callId: 'c3d4' });
    expect(ring.ringsIn()).toBeNull();
  });

  it('notifies only while no page of ours is in view', () => {
    const { ring, calls, changes } = kims([tab('1')]);
    calls(ringing());
    expect(ring.notifiesIn()).toBe('1');
    changes('1', { visible: true });
    expect([ring.ringsIn(), ring.notifiesIn()]).toEqual(['1', null]);
  });

  it('warns before the first call while every window is silent, and no longer after a click in any', () => {
    const { ring, changes } = kims([tab('1', { sound: 'locked' }), tab('2', { sound: 'unknown' })]);
    expect(ring.soundLocked()).toBe(true);
    changes('2', { sound: 'unlocked' });
    expect(ring.soundLocked()).toBe(false);
    expect(kims([tab('1', { sound: 'unknown' })]).ring.soundLocked()).toBe(false);
    expect(kims([tab('1', { sound: 'locked', awake: false })]).ring.soundLocked()).toBe(false);
  });
});
