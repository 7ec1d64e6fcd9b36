import type { DialogSnapshot } from '../../../src/wire/line/dialog.ts';
import { createControls } from '../../../src/browser/line/calls/controls.ts';
import { createCalls } from '../../../src/browser/line/calls/calls.ts';
import { createPublishDialogs } from '../../../src/browser/line/restore/publish-dialogs.ts';
import { createRestoreCalls } from '../../../src/browser/line/restore/restore-calls.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import type { SipPhone } from '../../../src/browser/line/sip/sip-phone.ts';
import { after, identified, outbound, party, told } from '../../core/calls/live-calls.ts';
import { createHandClock } from './hand-clock.ts';

const talking = told({ ...outbound, person: { kind: 'nobody' } }, identified, { what: 'leg-up', at: after(1) }, party(3, 'Proceeding', 2), party(5, 'Answered', 8), { what: 'muted', muted: true }, { what: 'held', held: true });
const snapshot: DialogSnapshot = {
  callId: 'out-1', localPeer: '<sip:101@sip.example.com>;tag=us', remotePeer: '<sip:+12125550147@sip.example.com>;tag=far', direction: 'outbound',
  origin: { session: '- 4611', version: 3 }, cseq: 4_321, facts: talking.facts, evidence: talking.evidence, control: { recording: true, keys: '159#', consultsFor: null, conference: false },
};

/** A fresh line whose outbox has the drafts of these calls open. */
function open(openDrafts = ['out-1'], notes: { text: string; at: number } | null = null) {
  const clock = createHandClock();
  const done: string[] = [];
  const calls = createCalls({ onBegin: () => undefined, onStep: () => undefined, onForget: () => undefined, onChange: () => undefined });
  const controls = createControls({ onChange: () => undefined });
  let phone: SipPhone | null = null;
  const restore = createRestoreCalls({
    clock,
    timings: { lastPageGoneInCallMs: 90_000 },
    calls,
    controls,
    outbox: { isOpen: (callId) => openDrafts.includes(callId), notesOf: () => notes, closeDraft: (callId) => done.push(`closes the draft of ${callId}`) },
    places: {
      resume: (callId, muted) => done.push(`${callId} ${muted ? 'muted' : 'open'}`),
      prefer: (callId, windowId) => done.push(`${callId} rather in ${windowId ?? 'any window'}`),
      closeIn: (windowId, callId) => done.push(`closes ${callId} in ${windowId}`),
      windowOf: () => null,
    },
    moveAudio: { lost: (callId) => done.push(`moves ${callId}`) },
    phone: () => phone,
    onRestored: () => done.push('asks what was missed'),
    onChange: () => undefined,
  });
  const phoneUp = (): void => {
    phone = { restore: (dialog: DialogSnapshot, held: boolean) => void done.push(`takes up ${dialog.callId} above ${dialog.cseq}, ${held ? 'held' : 'talking'}`) } as unknown as SipPhone;
    restore.phoneUp();
  };
  return { restore, calls, controls, clock, done, phoneUp };
}
const takenUp = ['takes up out-1 above 4321, held', 'out-1 muted', 'out-1 rather in any window', 'moves out-1', 'asks what was missed'];

describe('a call whose line died', () => {
  it('stands in the list at once, and goes on as it was when the phone is up', () => {
    const line = open();
    line.restore.offer([snapshot], 'a', []);
    line.restore.take();
    expect(line.calls.view()[0]).toMatchObject({ phase: 'talking', answeredAt: after(8), held: true, muted: true });
    expect([line.restore.waiting(), line.done]).toEqual([[snapshot], []]);
    line.phoneUp();
    expect([line.restore.waiting(), line.done]).toEqual([[], takenUp]);
  });

  it.each([[after(20), 'Wants two crates by Friday.'], [after(3), 'Wants two crates.']])('has the later of the notes that its window and its draft kept (%s)', (at, told) => {
    const line = open(['out-1'], { text: 'Wants two crates by Friday.', at });
    line.restore.offer([{ ...snapshot, facts: { ...snapshot.facts, notes: 'Wants two crates.', notesAt: after(10) } }], 'a', []);
    line.restore.take();
    expect(line.calls.view()[0]?.notes).toBe(told);
  });

  it('is recorded still, its keys are remembered, and who was asked for it is known', () => {
    const line = open(['out-1', 'consult-1']);
    const consult = { ...snapshot, callId: 'consult-1', facts: { ...snapshot.facts, callId: 'consult-1', startedAt: after(30) }, control: { ...snapshot.control, recording: false, keys: '', consultsFor: 'out-1' } };
    line.restore.offer([consult, snapshot], 'a', []);
    line.restore.take();
    expect(line.controls.of('out-1')).toMatchObject({ recording: true, keys: '159#' });
    expect(line.controls.consultFor('out-1')).toBe('consult-1');
    expect(line.calls.view().map(({ callId }) => callId)).toEqual(['consult-1', 'out-1']);
  });

  it('goes on as a snapshot of an older version tells it', () => {
    const line = open();
    line.restore.offer([{ ...snapshot, control: undefined }], 'a', []);
    line.restore.take();
    expect([line.calls.view()[0]?.phase, line.controls.of('out-1').keys]).toEqual(['talking', '']);
  });

  it('is taken up once, however many windows remember it, as the latest of them does', () => {
    const line = open();
    line.restore.offer([{ ...snapshot, cseq: 4_000 }], 'a', []);
    line.restore.offer([snapshot], 'b', []);
    line.restore.take();
    line.phoneUp();
    line.restore.offer([snapshot], 'c', []);
    line.restore.take();
    line.phoneUp();
    expect(line.done).toEqual(takenUp);
  });

  it('goes on in the window that still has its audio', () => {
    const line = open();
    line.restore.offer([snapshot], 'a', ['out-1']);
    line.restore.take();
    line.phoneUp();
    expect(line.done).toContain('out-1 rather in a');
  });

  it('is not called back when it has ended, or is another user’s: its draft does not lie open', () => {
    const line = open([]);
    line.restore.offer([snapshot], 'a', ['out-1']);
    line.restore.take();
    line.phoneUp();
    expect([line.calls.view(), line.done]).toEqual([[], ['closes out-1 in a']]);
  });

  it('leaves no audio behind in a window that comes too late to give it', () => {
    const line = open();
    line.restore.offer([snapshot], 'a', []);
    line.restore.take();
    line.phoneUp();
    line.restore.offer([snapshot], 'late', ['out-1']);
    expect(line.done.at(-1)).toBe('closes out-1 in late');
  });

  it('is logged as far as it is known when the phone does not come back', async () => {
    const line = open();
    line.restore.offer([snapshot], 'a', []);
    line.restore.take();
    await line.clock.pass(90_000);
    expect([line.calls.view(), line.done]).toEqual([[], ['closes the draft of out-1']]);
  });

  it('is logged so too when RingCentral does not know it any more, but not once it was heard again', () => {
    const line = open();
    line.restore.offer([snapshot], 'a', []);
    line.restore.take();
    line.phoneUp();
    line.restore.over('out-1');
    expect([line.calls.view(), line.done.at(-1)]).toEqual([[], 'closes the draft of out-1']);

    const heard = open();
    heard.restore.offer([snapshot], 'a', []);
    heard.restore.take();
    heard.phoneUp();
    heard.restore.heard('out-1');
    heard.restore.over('out-1');
    expect(heard.calls.view()).toHaveLength(1);
  });

  it.each([
    ['no list', { callId: 'out-1' }],
    ['a header that holds another one', [{ ...snapshot, remotePeer: '<sip:x@y>\r\nContact: <sip:z>' }]],
    ['a call that is not the one it names', [{ ...snapshot, callId: 'another' }]],
    ['a call that has ended', [{ ...snapshot, evidence: { ...snapshot.evidence, legEndedAt: 5 } }]],
    ['an origin that is none', [{ ...snapshot, origin: { session: '- 1\r\nc=', version: 1 } }]],
  ])('is not taken up from %s', (_what, kept) => {
    const line = open(['out-1', 'another']);
    line.restore.offer(kept, 'a', []);
    line.restore.take();
    expect(line.calls.view()).toEqual([]);
  });
});

describe('what windows keep for the next line', () => {
  const leg = { dialog: () => ({ callId: 'out-1', localPeer: snapshot.localPeer, remotePeer: snapshot.remotePeer, direction: 'outbound', origin: snapshot.origin, cseq: 4_321 }) } as unknown as SipCall;

  it('is told when it has changed, and holds only calls that are up', () => {
    const told: DialogSnapshot[][] = [];
    let live = [talking];
    let up = true;
    const dialogs = createPublishDialogs({ controls: { of: () => ({ ...snapshot.control, doing: 'record' }) }, calls: () => ({ live: () => live }), leg: () => (up ? leg : undefined), waiting: () => [], publish: (next) => told.push(next) });
    dialogs.changed();
    dialogs.changed();
    expect(told).toEqual([[snapshot]]);
    up = false;
    dialogs.changed();
    live = [];
    dialogs.changed();
    expect(told).toEqual([[snapshot], []]);
  });

  it('keeps what is still to be taken up, should this line die too', () => {
    const dialogs = createPublishDialogs({ controls: { of: () => ({ ...snapshot.control, doing: 'record' }) }, calls: () => ({ live: () => [talking] }), leg: () => undefined, waiting: () => [snapshot], publish: () => undefined });
    expect(dialogs.current()).toEqual([snapshot]);
  });
});
