import { createMoveAudio } from '../../../src/browser/line/media/move-audio.ts';
import { MediaFailure } from '../../../src/browser/line/media/media-failure.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import { SipRefused, SipUnanswered } from '../../../src/browser/line/sip/sip-failure.ts';
import { createHandClock, settled } from './hand-clock.ts';

/** A call that lost its window; what its re-INVITEs meet is given in turn, the last for ever. */
function open(meets: (Error | 'heard' | 'window went' | 'no answer')[], { up = true } = {}) {
  const clock = createHandClock();
  const done: string[] = [];
  let attached = false;
  let windowId: string | null = null;
  let isUp = up;
  let come = (): void => undefined;
  const page = new Promise<void>((resolve) => (come = resolve));
  const leg = {
    isUp: () => isUp,
    async refresh() {
      done.push('re-INVITE');
      const next = meets.length > 1 ? meets.shift() : meets[0];
      if (next instanceof Error) throw next;
      attached = next === 'heard';
      if (next === 'window went') windowId = null;
    },
    async hangUp() {
      done.push('BYE');
      isUp = false;
    },
  } as unknown as SipCall;
  const audio = createMoveAudio({
    clock,
    timings: { lastPageGoneInCallMs: 90_000, moveAgainMs: 1_000 },
    places: {
      opened: async () => { await page; return (windowId = 'b'); },
      isAttached: () => attached,
      windowOf: () => windowId,
      leave: (_callId, left) => { done.push(`leaves ${left}`); windowId = null; },
    },
    leg: () => (isUp || !up ? leg : undefined),
    onOver: () => done.push('over'),
    onMoved: () => done.push('heard'),
    onChange: () => done.push(audio.isMoving('call-1') ? 'moving' : 'there'),
  });
  return { audio, clock, done, come, answer: () => (isUp = true) };
}

describe('a call whose window has gone', () => {
  it('is brought to the next page by one re-INVITE, and is said to move meanwhile', async () => {
    const { audio, done, come } = open(['heard']);
    audio.lost('call-1');
    audio.lost('call-1');
    await settled(2);
    expect([done, audio.moving()]).toEqual([['moving'], ['call-1']]);
    come();
    await settled(2);
    expect([done, audio.moving()]).toEqual([['moving', 're-INVITE', 'heard', 'there'], []]);
  });

  it('is brought on when that page goes too before RingCentral has answered', async () => {
    const { audio, done, come } = open(['window went', 'window went', 'heard']);
    come();
    audio.lost('call-1');
    await settled(4);
    expect(done).toEqual(['moving', 're-INVITE', 're-INVITE', 're-INVITE', 'heard', 'there']);
  });

  it('is tried again after a pause when its re-INVITE meets another or finds no answer', async () => {
    const { audio, done, clock, come } = open([new SipRefused('SIP/2.0 491 Request Pending'), new SipUnanswered('closed'), 'heard']);
    come();
    audio.lost('call-1');
    await settled(4);
    expect(done).toEqual(['moving', 're-INVITE']);
    await clock.pass(1_000);
    await clock.pass(1_000);
    expect(done).toEqual(['moving', 're-INVITE', 're-INVITE', 're-INVITE', 'heard', 'there']);
  });

  it('is not asked about without a pause when RingCentral says neither yes nor no', async () => {
    const { audio, done, clock, come } = open(['no answer', 'heard']);
    come();
    audio.lost('call-1');
    await settled(4);
    expect(done).toEqual(['moving', 're-INVITE']);
    await clock.pass(1_000);
    expect(done).toEqual(['moving', 're-INVITE', 're-INVITE', 'heard', 'there']);
  });

  it('leaves a window that cannot do its media', async () => {
    const { audio, done, come } = open([new MediaFailure('webrtc'), 'heard']);
    come();
    audio.lost('call-1');
    await settled(4);
    expect(done).toEqual(['moving', 're-INVITE', 'leaves b', 're-INVITE', 'heard', 'there']);
  });

  it('is over when RingCentral knows it no more', async () => {
    const { audio, done, come } = open([new SipRefused('SIP/2.0 481 Call/Transaction Does Not Exist')]);
    come();
    audio.lost('call-1');
    await settled(4);
    expect(done).toEqual(['moving', 're-INVITE', 'over', 'BYE', 'there']);
  });

  it('is hung up when no page comes for a minute and a half', async () => {
    const { audio, done, clock } = open(['heard']);
    audio.lost('call-1');
    await clock.pass(89_999);
    expect(done).toEqual(['moving']);
    await clock.pass(1);
    expect(done).toEqual(['moving', 'BYE']);
  });

  it('needs no window before its leg is up', async () => {
    const { audio, done, come, answer } = open(['heard'], { up: false });
    come();
    audio.lost('call-1');
    await settled(2);
    expect(done).toEqual([]);
    answer();
    audio.legUp('call-1');
    await settled(2);
    expect(done).toEqual(['moving', 're-INVITE', 'heard', 'there']);
  });
});
