import type { CallFact } from '../../../src/core/calls/fact.ts';
import { createSipPhone, type Ring } from '../../../src/browser/line/sip/sip-phone.ts';
import { MediaFailure } from '../../../src/browser/line/media/media-failure.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import { createFakeEnvironment, type FakeSocket } from './fakes.ts';
import { settled } from './hand-clock.ts';
import { createSipServer, sipInfo } from './sip-server.ts';

/** A phone over a socket in a test's hands. */
export function open(info = sipInfo) {
  const fakes = createFakeEnvironment();
  const rings: Ring[] = [];
  const facts: [string, CallFact['what']][] = [];
  const whole: CallFact[] = [];
  let lost = 0;
  let microphone: 'open' | 'blocked' = 'open';
  const phone = createSipPhone({
    sipInfo: info,
    instanceId: 'instance-1',
    environment: fakes.environment,
    answerMs: 8_000,
    media: {
      session: () => ({
        createOffer: async () => { if (microphone === 'blocked') throw new MediaFailure('microphone-blocked'); return 'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\na=sendrecv\r\n'; },
        createAnswer: async () => { if (microphone === 'blocked') throw new MediaFailure('microphone-blocked'); return 'v=0\r\na=sendrecv\r\n'; },
        applyAnswer: async () => undefined,
        changeInputDevice: async () => undefined,
        changeOutputDevice: async () => undefined,
        setMuted: () => undefined,
        sendDtmf: () => undefined,
        dispose: () => undefined,
      }),
    },
    onLost: () => (lost += 1),
    onRing: (ring) => rings.push(ring),
    onFact: (callId, fact) => { facts.push([callId, fact.what]); whole.push(fact); },
  });
  const server = () => createSipServer(fakes.sockets.at(-1) as FakeSocket);
  const registered = async () => {
    const registering = phone.register(false);
    await settled(3);
    const far = server();
    await far.register();
    await registering;
    return far;
  };
  const dial = async (far: ReturnType<typeof createSipServer>) => {
    let call: SipCall | undefined;
    const dialling = phone.dial('+12125550147', (started) => (call = started));
    dialling.catch(() => undefined);
    await settled(5);
    return { call: call as unknown as SipCall, dialling, far };
  };
  return { ...fakes, phone, rings, facts, whole, server, registered, dial, lost: () => lost, blockMicrophone: () => (microphone = 'blocked'), allowMicrophone: () => (microphone = 'open') };
}
export const kinds = (line: ReturnType<typeof open>) => line.facts.map(([, what]) => what);
