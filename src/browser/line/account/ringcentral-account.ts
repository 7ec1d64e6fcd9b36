import type { CallFact } from '../../../core/calls/fact.ts';
import { signInChannel, type SignInReturn } from '../../../wire/line/messages.ts';
import type { CompanyForMembers } from '../../../wire/settings/company-for-members.ts';
import { within } from '../../environment/clock.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { CallOrdersModule } from '../calls/orders.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { PartyNews, SessionState } from '../events/telephony-event.ts';
import type { LineHealth } from '../health/line-health.ts';
import { createLatePart } from '../late-part.ts';
import type { MediaProxy } from '../media/media-proxy.ts';
import { RestFailure, type Rest } from '../oauth/rest.ts';
import { openRingCentral, type RingCentral } from '../oauth/sdk.ts';
import type { PhoneNews } from '../sip/phone.ts';
import type { Ring, SipPhone } from '../sip/sip-phone.ts';
import type { Sealed } from '../store/sealed.ts';
import type { LineTimings } from '../timings.ts';
import { createCompany } from './company.ts';
import type { LineTools } from './line-tools.ts';
import type { CallerIds, Identity, Me } from './me.ts';
import { createOtherUsers, secretName } from './other-users.ts';
import { createRingCentralSession, type RingCentralSession } from './ringcentral-session.ts';

export interface RingCentralAccountTools extends LineTools {
  account: string;
  user: number;
  /** Of the page whose line this is, epoch milliseconds. */
  madeAt: number;
  timings: LineTimings;
  sealed: Sealed;
  netsuite: Pick<NetSuiteClient, 'company' | 'bindExtension'>;
  connection: ConnectionState;
  loadOrders(): Promise<unknown>;
  media: Pick<MediaProxy, 'session'>;
  onRing(ring: Ring): void;
  onFact(callId: string, fact: CallFact): void;
  onParty(news: PartyNews): void;
  /** The body of any event. */
  onEvent(body: unknown): void;
  /** Who is signed in is known. */
  onSignedIn(): void;
  onGap(): void;
  health: Pick<LineHealth, 'note' | 'tokenRefreshed'>;
  onBack(phone: SipPhone): void;
  onPhoneUp(): void;
  /** Events flow, after a start or a loss. */
  onEventsUp(): void;
  /** The phone is about to be put away: end its calls. */
  beforeStop(): Promise<void>;
  /** Signed out: nothing waits for the phone any more. */
  onSignedOut(): void;
  /** Somebody else uses this browser's phone now, and nothing of this user's sign-in is left. */
  onReplaced(): void;
  onChange(): void;
}

/** This user's RingCentral: the company's app, the sign-in, and what runs while signed in. */
export function createRingCentralAccount(tools: RingCentralAccountTools) {
  const { environment, store, version, account, user, timings, sealed, netsuite, connection } = tools;
  const { clock } = environment;
  const name = (kind: Parameters<typeof secretName>[0]): string => secretName(kind, account, user);
  /** Outlives the worker: the user is asked to reconnect until they do, or disconnect. */
  const lostMark = `lost:${account}:${user}`;
  const company = createCompany({ environment, timings, netsuite, store, name: `company:${account}`, adopt });

  let ringCentral: RingCentral | null = null;
  let session: RingCentralSession | null = null;
  let identity: Identity | null = null;
  let closed = false;
  /** A sign-in whose extension NetSuite has not been told yet. */
  let bindDue = false;

  function onPhone(news: PhoneNews): void {
    if (news.is === 'refused') connection.apply({ what: 'phone-refused', cause: news.cause, at: clock.now() });
    else connection.apply({ what: 'link', link: 'phone', is: news.is, at: clock.now() });
    if (news.is === 'up') tools.onPhoneUp();
  }

  function onMe(known: Identity): void {
    identity = known;
    const { extensionId, extensionNumber } = known.me;
    // One row per extension and user at NetSuite; a conflict is the admin's to see there.
    if (bindDue) netsuite.bindExtension({ extensionId, extensionNumber: extensionNumber.slice(0, 20) }).catch(() => undefined);
    bindDue = false;
    tools.onSignedIn();
    tools.onChange();
  }

  function start(): void {
    if (closed || session || !ringCentral || !connection.isSignedIn()) return;
    session = createRingCentralSession({
      environment,
      timings,
      ringCentral,
      sealed,
      names: { me: name('me'), sip: name('sip') },
      version,
      loadOrders: tools.loadOrders,
      media: tools.media,
      onMe,
      onPhone,
      onEvents(is) {
        connection.apply({ what: 'link', link: 'events', is, at: clock.now() });
        if (is === 'up') tools.onEventsUp();
      },
      onRing: tools.onRing,
      onFact: tools.onFact,
      onParty: tools.onParty,
      onEvent: tools.onEvent,
      onGap: tools.onGap,
      note: tools.health.note,
      onBack: tools.onBack,
      onChange: tools.onChange,
    });
    session.start();
  }

  async function stop(): Promise<void> {
    const old = session;
    if (old) await tools.beforeStop();
    session = null;
    for (const link of ['events', 'phone'] as const) connection.apply({ what: 'link', link, is: 'off', at: clock.now() });
    await old?.stop();
  }

  async function signedIn(now: boolean): Promise<void> {
    await stop();
    if (now) await Promise.all([sealed.delete(name('me')), sealed.delete(name('sip')), store.delete(lostMark)]);
    bindDue = now;
    connection.apply({ what: 'signed-in', at: clock.now() });
    start();
  }

  async function signedOut(fact: { what: 'token-lost'; cause: 'expired' | 'revoked' } | { what: 'disconnected' }): Promise<void> {
    await stop();
    identity = null;
    tools.onSignedOut();
    await (fact.what === 'token-lost' ? store.set(lostMark, fact.cause) : store.delete(lostMark));
    connection.apply(fact);
  }

  const otherUsers = createOtherUsers({
    environment,
    store,
    sealed,
    account,
    user,
    madeAt: tools.madeAt,
    onReplaced: () => void replaced(),
  });
  async function replaced(): Promise<void> {
    await signedOut({ what: 'disconnected' });
    await otherUsers.forgetOwn();
    tools.onReplaced();
  }

  const signIn = createLatePart({
    clock,
    version,
    load: tools.loadOrders,
    open: (module: CallOrdersModule) => module.createSignIn({
      clock,
      crypto: environment.crypto,
      hold: environment.locks.hold,
      sealed,
      name: name('sign-in'),
      timings,
      ringCentral: () => ringCentral,
      onBegun: () => connection.apply({ what: 'signing-in', at: clock.now() }),
      onEnded: (failure) => connection.apply({ what: 'sign-in-ended', failure }),
      onSignedIn: () => void signedIn(true),
    }),
  });
  const redirects = environment.openChannel(signInChannel(account), (message) => {
    const search = (message as Partial<SignInReturn> | null)?.search;
    if (typeof search === 'string') void signIn.get().then((each) => each.answer(search), () => connection.apply({ what: 'sign-in-ended', failure: { kind: 'network' } }));
  });

  function openWith({ setUp, clientId, server, redirectUri }: CompanyForMembers): RingCentral | null {
    if (!setUp || !clientId || !server) return null;
    const tokensName = `${name('tokens')}${clientId}@${server}:`;
    return openRingCentral({ server, clientId, redirectUri, version, environment, sealed, tokensName, onSignedOut: (cause) => void signedOut({ what: 'token-lost', cause }), onRefresh: tools.health.tokenRefreshed });
  }

  const sameApp = (before: CompanyForMembers, after: CompanyForMembers): boolean => before.clientId === after.clientId && before.server === after.server && before.redirectUri === after.redirectUri;

  /** Another app makes another sign-in necessary. */
  async function adopt(next: CompanyForMembers, before: CompanyForMembers | null): Promise<void> {
    connection.apply({ what: 'company', setUp: next.setUp });
    tools.onChange();
    if (before && sameApp(before, next) && before.setUp === next.setUp) return;
    if (connection.isSignedIn()) await signedOut({ what: 'disconnected' });
    ringCentral = openWith(next);
    if (await ringCentral?.isSignedIn()) return signedIn(false);
    const lost = await store.get(lostMark);
    if (lost === 'expired' || lost === 'revoked') connection.apply({ what: 'token-lost', cause: lost });
  }

  return {
    /** Takes this browser from any other user of the account, and begins. */
    open(): void {
      company.begin(otherUsers.replace().then(async (ours) => {
        if (!ours) await replaced().catch(() => undefined);
        return ours;
      }, () => true));
    },
    company: company.current,
    /** NetSuite has been asked for the company, whatever it answered. */
    companyRead: company.wasRead,
    me: (): Me | null => identity?.me ?? null,
    callerIds: (): CallerIds => identity?.callerIds ?? [],
    /** Numbers of this user that may send texts. */
    senders: (): CallerIds => identity?.senders ?? [],
    phone: (): SipPhone | null => session?.phone.current() ?? null,
    readyPhone: (): SipPhone | null => session?.phone.ready() ?? null,
    presence: () => session?.presence ?? null,
    colleagues: () => session?.colleagues ?? null,
    /** null while not signed in. */
    rest: (): Rest | null => (session ? (ringCentral?.rest ?? null) : null),
    /** A file by the address RingCentral gave for it. Throws RestFailure. */
    download: (url: string) => ringCentral?.download(url) ?? Promise.reject(new RestFailure('signed-out', 0, null)),
    stateOf: (telephonySessionId: string): Promise<SessionState | null> => session?.stateOf(telephonySessionId) ?? Promise.resolve(null),
    signIn,
    readCompany: company.read,
    /** A page was loaded. */
    refreshCompany: company.refresh,
    start,
    stop,
    /** Somebody does not want to wait for the next tries. */
    tryNow(): void {
      if (!company.current()?.setUp) void company.read();
      session?.tryNow();
    },
    /** Revokes and forgets. */
    async disconnect(): Promise<void> {
      await signedOut({ what: 'disconnected' });
      await ringCentral?.logout((work) => within(clock, timings.revokeMs, 'revoke', work));
      await otherUsers.forgetOwn();
    },
    async close(): Promise<void> {
      closed = true;
      company.close();
      signIn.here()?.close();
      redirects.close();
      otherUsers.close();
      await stop();
    },
  };
}

export type RingCentralAccount = ReturnType<typeof createRingCentralAccount>;
