import { createCallMedia } from '../../../src/browser/media/call-media.ts';
import { createFarVoice } from '../../../src/browser/media/far-voice.ts';
import { gathered } from '../../../src/browser/media/gather.ts';
import { createMicrophone } from '../../../src/browser/media/microphone.ts';
import { createHandClock, settled } from '../line/hand-clock.ts';
import { FakePeer, fakeStream, peer } from './fake-media.ts';

const udp = 'candidate:1 1 UDP 2122252543 127.0.0.1 50000 typ host';
const tcp = 'candidate:2 1 TCP 2105524479 127.0.0.1 9 typ host';
const offer = (fingerprint: string): string => `v=0\r\na=fingerprint:sha-256 ${fingerprint}\r\n`;

function open(prepare: (fake: FakePeer) => void = () => undefined, muted = false, chosen: string | null = null) {
  const clock = createHandClock();
  const peers: FakePeer[] = [];
  const streams = [fakeStream(), fakeStream()];
  const asked: unknown[] = [];
  const microphone = createMicrophone({ getUserMedia: async (constraints) => streams[asked.push(constraints) - 1] as MediaStream }, chosen);
  const far = { closed: false, device: '' };
  const media = createCallMedia({
    newPeer: () => { const made = new FakePeer(); made.iceGatheringState = 'complete'; prepare(made); peers.push(made); return peer(made); },
    microphone,
    farVoice: { play: async () => undefined, hear: async () => undefined, changeDevice: async (id) => void (far.device = id ?? 'default'), close: () => (far.closed = true) },
    clock,
    onIce: () => undefined,
    onFigures: () => undefined,
    muted,
  });
  return { media, peers, streams, asked, far };
}

describe('the media of one call', () => {
  it('opens the microphone once, before there is a connection to send it over', async () => {
    const { media, asked, peers } = open();
    await media.open();
    expect([asked.length, peers.length]).toEqual([1, 0]);
    await media.createOffer(true);
    expect([asked.length, peers.length]).toEqual([1, 1]);
  });

  it('restarts ICE only when there is something to restart', async () => {
    const { media, peers } = open();
    expect(await media.createOffer(true)).toMatch(/^offer\r\na=candidate/);
    await media.applyAnswer(offer('AA'));
    expect(await media.createOffer(true)).toMatch(/^offer restart\r\na=candidate/);
    expect(peers).toHaveLength(1);
  });

  it('keeps its connection for an offer with the same fingerprint, and replaces it for another: the other side’s page was loaded anew', async () => {
    const { media, peers } = open();
    await media.createAnswer(offer('AA'));
    await media.createAnswer(offer('AA'));
    expect(peers).toHaveLength(1);
    await media.createAnswer(offer('BB'));
    expect(peers.map(({ closed }) => closed)).toEqual([true, false]);
    expect(peers[1]?.done).toEqual(['remote offer', 'local answer']);
  });

  it('mutes by silencing the track, stays muted on a new connection and on another microphone', async () => {
    const { media, streams } = open();
    await media.createAnswer(offer('AA'));
    media.setMuted(true);
    expect(streams[0]?.track.enabled).toBe(false);
    await media.createAnswer(offer('BB'));
    expect(streams[0]?.track.enabled).toBe(false);
    await media.changeInput('headset');
    expect([streams[1]?.track.enabled, streams[0]?.track.stopped]).toEqual([false, true]);
    media.setMuted(false);
    expect(streams[1]?.track.enabled).toBe(true);
  });

  it('is muted from the start where it was muted in the window before', async () => {
    const { media, streams } = open(undefined, true);
    await media.createOffer(true);
    expect(streams[0]?.track.enabled).toBe(false);
  });

  it('sends keys over the connection', async () => {
    const { media, peers } = open();
    await media.createOffer(true);
    media.sendKeys('159#', null, null);
    expect(peers[0]?.keys).toEqual(['159#']);
  });

  it('puts keys pressed in quick succession behind those that wait', async () => {
    const { media, peers } = open((fake) => (fake.waitingKeys = '59'));
    await media.createOffer(true);
    media.sendKeys('#', null, null);
    expect(peers[0]?.keys).toEqual(['59#']);
  });

  it('takes microphone, connection and voice down with its call', async () => {
    const { media, peers, streams, far } = open();
    await media.createOffer(true);
    media.close();
    await settled(2);
    expect([peers[0]?.closed, streams[0]?.track.stopped, far.closed]).toEqual([true, true, true]);
  });
});

describe('the microphone a user chose', () => {
  const notThere = (): Error => Object.assign(new Error('no such device'), { name: 'OverconstrainedError' });

  it('is the one a call begins with', async () => {
    const { media, asked } = open(undefined, false, 'headset');
    await media.createOffer(true);
    expect(asked).toEqual([{ audio: { deviceId: { exact: 'headset' } }, video: false }]);
  });

  it('is replaced by the browser’s own choice while it is not plugged in', async () => {
    const asked: unknown[] = [];
    const microphone = createMicrophone({ getUserMedia: async ({ audio } = {}) => { asked.push(audio); if (audio !== true) throw notThere(); return fakeStream(); } }, 'headset');
    await microphone.stream();
    expect(asked).toEqual([{ deviceId: { exact: 'headset' } }, true]);
  });

  it('is not replaced by another one that the user has not allowed', async () => {
    const microphone = createMicrophone({ getUserMedia: async () => { throw Object.assign(new Error('no'), { name: 'NotAllowedError' }); } }, 'headset');
    await expect(microphone.stream()).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('may be the browser’s own again in the call', async () => {
    const { media, asked } = open(undefined, false, 'headset');
    await media.createOffer(true);
    await media.changeInput(null);
    expect(asked.at(-1)).toEqual({ audio: true, video: false });
  });

  it('leaves no microphone open when another is chosen before the first has opened', async () => {
    const opened = [fakeStream(), fakeStream(), fakeStream()];
    let asked = 0;
    const microphone = createMicrophone({ getUserMedia: async () => opened[asked++] as MediaStream }, null);
    await microphone.stream();
    await Promise.all([microphone.change('headset'), microphone.change('desk')]);
    expect(opened.map(({ track }) => track.stopped)).toEqual([true, true, false]);
  });

  it('is unplugged in the call: the call goes on with whichever there is, still muted', async () => {
    const { media, streams, asked } = open(undefined, true, 'headset');
    await media.createOffer(true);
    streams[0]?.track.dispatchEvent(new Event('ended'));
    await settled(5);
    expect([asked.length, streams[1]?.track.enabled]).toEqual([2, false]);
    media.setMuted(false);
    expect(streams[1]?.track.enabled).toBe(true);
  });
});

describe('the speaker a user chose', () => {
  const element = (setSinkId: (id: string) => Promise<void>): HTMLAudioElement => ({ setSinkId, play: async () => undefined, pause: () => undefined }) as unknown as HTMLAudioElement;

  it('plays a call from its beginning, and is left for another one in the call', async () => {
    const chosen: string[] = [];
    const voice = createFarVoice(element(async (id) => void chosen.push(id)), () => undefined, 'desk');
    await voice.changeDevice(null);
    expect(chosen).toEqual(['desk', '']);
  });

  it('does not keep a call from being heard when it is not plugged in', async () => {
    let refused = 0;
    const voice = createFarVoice(element(() => { refused += 1; return Promise.reject(new Error('NotFoundError')); }), () => undefined, 'desk');
    await voice.play({} as MediaStream);
    expect(refused).toBe(1);
  });
});

describe('a microphone that is allowed only after its call has ended', () => {
  it('is let go at once', async () => {
    const stream = fakeStream();
    let allow = (_stream: MediaStream): void => undefined;
    const microphone = createMicrophone({ getUserMedia: () => new Promise((resolve) => (allow = resolve)) }, null);
    void microphone.stream();
    microphone.close();
    allow(stream);
    await settled(2);
    expect(stream.track.stopped).toBe(true);
  });
});

describe('another microphone that opens only after its call has ended', () => {
  it('is let go too', async () => {
    const late = fakeStream();
    let open = (_stream: MediaStream): void => undefined;
    let asked = 0;
    const microphone = createMicrophone({ getUserMedia: () => ((asked += 1) === 1 ? Promise.resolve(fakeStream()) : new Promise((resolve) => (open = resolve))) }, null);
    await microphone.stream();
    void microphone.change('headset');
    await settled(1);
    microphone.close();
    open(late);
    await settled(2);
    expect(late.track.stopped).toBe(true);
  });
});

describe('candidates', () => {
  const gather = (state: RTCIceGatheringState = 'new') => {
    const fake = new FakePeer();
    fake.iceGatheringState = state;
    fake.localDescription = { sdp: 'v=0' };
    const clock = createHandClock();
    let done = false;
    void gathered(peer(fake), clock).then(() => (done = true));
    return { fake, clock, isDone: () => done };
  };

  it('are sent soon after the first UDP one', async () => {
    const { fake, clock, isDone } = gather();
    fake.candidate(tcp);
    await clock.pass(100);
    expect(isDone()).toBe(false);
    fake.candidate(udp);
    await clock.pass(20);
    expect(isDone()).toBe(true);
  });

  it('are sent when gathering is complete', async () => {
    const { fake, isDone } = gather();
    fake.complete();
    await settled(2);
    expect(isDone()).toBe(true);
  });

  it('are waited for after an ICE restart, when Firefox still calls the gathering before complete', async () => {
    const { fake, clock, isDone } = gather('complete');
    await clock.pass(100);
    expect(isDone()).toBe(false);
    fake.candidate(udp);
    await clock.pass(20);
    expect(isDone()).toBe(true);
  });

  it('are not waited for longer than two seconds', async () => {
    const { clock, isDone } = gather();
    await clock.pass(1_999);
    expect(isDone()).toBe(false);
    await clock.pass(1);
    expect(isDone()).toBe(true);
  });
});
