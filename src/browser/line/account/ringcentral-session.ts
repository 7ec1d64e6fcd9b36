import type { LineEnvironment } from '../../environment/line-environment.ts';
import { createBackOff } from '../back-off.ts';
import type { CallOrdersModule } from '../calls/orders.ts';
import { createGateway } from '../events/gateway.ts';
import { createServerClock } from '../events/server-clock.ts';
import { readSessionState, readTelephonyEvent, type PartyNews, type SessionState } from '../events/telephony-event.ts';
import { createWsToken } from '../events/ws-token.ts';
import { createDigitalLine } from '../health/digital-line.ts';
import type { NoteHealth } from '../health/line-health.ts';
import { createLatePart } from '../late-part.ts';
import type { MediaProxy } from '../media/media-proxy.ts';
import { RestFailure } from '../oauth/rest.ts';
import type { RingCentral } from '../oauth/sdk.ts';
import { createOwnPresence, ownPresenceFilter } from '../presence/own-presence.ts';
import { createPhone, type PhoneNews } from '../sip/phone.ts';
import { createProvision } from '../sip/provision.ts';
import { createSipPhone, type Ring, type SipPhone } from '../sip/sip-phone.ts';
import type { CallFact } from '../../../core/calls/fact.ts';
import type { Sealed } from '../store/sealed.ts';
import type { LineTimings } from '../timings.ts';
import { createMe, type Identity, type Me } from './me.ts';

export interface RingCentralSessionTools {
  environment: LineEnvironment;
  timings: LineTimings;
  ringCentral: RingCentral;
  sealed: Sealed;
  names: { me: string; sip: string };
  /** Of this line. */
  version: string;
  loadOrders(): Promise<unknown>;
  media: Pick<MediaProxy, 'session'>;
  onMe(identity: Identity): void;
  onPhone(news: PhoneNews): void;
  onEvents(is: 'starting' | 'up' | 'down'): void;
  onRing(ring: Ring): void;
  onFact(callId: string, fact: CallFact): void;
  onParty(news: PartyNews): void;
  /** The body of any event, for parts that know what is theirs. */
  onEvent(body: unknown): void;
  onGap(): void;
  note: NoteHealth;
  onChange(): void;
  /** Registered again with calls up. */
  onBack(phone: SipPhone): void;
}

/** Texts that come, and whatever else happens in the message store. */
const ownTexts = ['/restapi/v1.0/account/~/extension/~/message-store/instant?type=SMS', '/restapi/v1.0/account/~/extension/~/message-store?type=SMS'];
const ownSessions = '/restapi/v1.0/account/~/extension/~/telephony/sessions';

/** Everything that runs while a user is signed in at RingCentral: who they are, the phone, the events. */
export function createRingCentralSession(tools: RingCentralSessionTools) {
  const { environment, timings, ringCentral, sealed, names, media } = tools;
  const { rest } = ringCentral;
  const who = createMe({ rest, sealed, name: names.me, clock: environment.clock });
  const provision = createProvision({ rest, sealed, name: names.sip });
  const serverClock = createServerClock();
  const backOff = createBackOff(timings.gatewayRetryMs, timings.longestRetryMs, environment.random);
  let me: Me | null = null;
  let running = 0;
  /** The run that is asking who is signed in. */
  let asking = 0;
  let cancelRetry = (): void => undefined;

  const extensionId = (): string | null => me?.extensionId ?? null;
  const presence = createOwnPresence({ rest, extensionId, onChange: tools.onChange });
  const colleagues = createLatePart({
    clock: environment.clock,
    version: tools.version,
    load: tools.loadOrders,
    open: (module: CallOrdersModule) => module.createColleagues({ rest, clock: environment.clock, timings, extensionId, onChange: tools.onChange }),
  });
  const digitalLine = createDigitalLine({
    rest,
    clock: environment.clock,
    timings,
    onNews: (is) => tools.onPhone(is === 'missing' ? { is: 'refused', cause: 'no-digital-line' } : phone.ready() ? { is: 'up' } : { is: 'down' }),
  });
  const onFact = (callId: string, fact: CallFact): void => {
    tools.onFact(callId, fact);
    digitalLine.hear(fact);
  };
  const phone = createPhone({
    environment,
    timings,
    provision,
    open: (sipInfo, onLost) =>
      // One instance per browser profile and user: the same one again after every restart, so that slots are not burnt.
      createSipPhone({ sipInfo, instanceId: sipInfo.authorizationId, environment, answerMs: timings.sipAnswerMs, media, onLost, onRing: tools.onRing, onFact }),
    onNews: (news) => {
      tools.onPhone(news);
      if (news.is === 'up') digitalLine.phoneUp();
    },
    onTryFailed: (status) => tools.note('register-failed', status),
    onBack: tools.onBack,
  });
  const gateway = createGateway({
    environment,
    timings,
    token: createWsToken(rest, environment.clock),
    eventFilters: [ownSessions, ownPresenceFilter, ...ownTexts],
    onNews: tools.onEvents,
    onClosed: (code, wasUp) => tools.note(wasUp ? 'gateway-closed' : 'gateway-failed', code),
    onEvent: (body) => {
      const now = environment.clock.now();
      presence.hear(body);
      tools.onEvent(body);
      for (const news of readTelephonyEvent(body, me?.extensionId ?? '', (theirs) => (theirs === null ? now : serverClock.ours(theirs, now)))) tools.onParty(news);
    },
    onGap: () => {
      tools.note('events-missed');
      void presence.refresh();
      tools.onGap();
    },
  });

  async function begin(run: number): Promise<void> {
    let identity: Identity;
    cancelRetry();
    asking = run;
    try {
      identity = await who.read();
    } catch (failure) {
      if (run === running) asking = 0;
      if (run !== running || (failure instanceof RestFailure && failure.kind === 'signed-out')) return;
      tools.onEvents('down');
      cancelRetry = environment.clock.after(backOff.next(), () => void begin(run));
      return;
    }
    if (run !== running) return;
    backOff.reset();
    me = identity.me;
    tools.onMe(identity);
    gateway.start();
    phone.start();
    void presence.refresh();
  }

  return {
    start(): void {
      running += 1;
      void begin(running);
    },
    /** Unregisters and closes the sockets; the sign-in stays. */
    async stop(): Promise<void> {
      running += 1;
      cancelRetry();
      colleagues.here()?.close();
      gateway.stop();
      digitalLine.close();
      await phone.stop();
    },
    phone,
    /** Somebody does not want to wait for the next tries. */
    tryNow(): void {
      if (me === null && asking !== running) return void begin(running);
      gateway.tryNow();
      phone.tryNow();
      digitalLine.tryNow();
    },
    presence,
    colleagues,
    /** Where the parties of a call stand at RingCentral; null when it does not say. */
    async stateOf(telephonySessionId: string): Promise<SessionState | null> {
      try {
        return readSessionState(await rest.get(`/restapi/v1.0/account/~/telephony/sessions/${encodeURIComponent(telephonySessionId)}`), me?.extensionId ?? '');
      } catch {
        return null;
      }
    },
  };
}

export type RingCentralSession = ReturnType<typeof createRingCentralSession>;
