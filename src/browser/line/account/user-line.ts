import { dialable } from '../../../core/numbers/dialable.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import { signInChannel, type SignInReturn, type ToWindow } from '../../../wire/line/messages.ts';
import type { LineState } from '../../../wire/line/state.ts';
import type { Boot } from '../../../wire/session/boot.ts';
import type { CompanyForMembers } from '../../../wire/settings/company.ts';
import { within } from '../../environment/clock.ts';
import { createNetSuiteClient } from '../../netsuite/client.ts';
import { createDialQueue } from '../calls/dial-queue.ts';
import { done, refused, refusalOf } from '../calls/refusal.ts';
import { createConnectionState } from '../connection/connection-state.ts';
import { createMediaProxy } from '../media/media-proxy.ts';
import { createMediaRequests } from '../media/media-requests.ts';
import { openRingCentral, type RingCentral } from '../oauth/sdk.ts';
import { createSignIn } from '../oauth/sign-in.ts';
import { createDraftStore } from '../outbox/draft-store.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { PhoneNews } from '../sip/phone.ts';
import { createPublisher } from '../state/publisher.ts';
import { createSealed } from '../store/sealed.ts';
import { lineTimings } from '../timings.ts';
import { createWindowRegistry } from '../windows/registry.ts';
import { createCallsOfUser } from './calls-of-user.ts';
import { createCompany } from './company.ts';
import { createLastPage } from './last-page.ts';
import type { LineTools } from './line-tools.ts';
import type { Me } from './me.ts';
import { createOtherUsers, secretName } from './other-users.ts';
import { createRingCentralSession, type RingCentralSession } from './ringcentral-session.ts';

/** Pause before NetSuite is asked again for the company's settings. */
const companyRetryMs = 5_000;

/** The line of one user in one account: composes the parts, and decides nothing that a part could decide. */
export function createUserLine({ environment, store, version }: LineTools, boot: Boot) {
  const { clock } = environment;
  const { account } = boot;
  const user = boot.user.id;
  const timings = lineTimings(boot.timings);
  const sealed = createSealed(store, environment.crypto, environment.locks.hold);
  const netsuite = createNetSuiteClient({ urls: boot.urls, fetch: environment.fetch });
  const name = (kind: Parameters<typeof secretName>[0]): string => secretName(kind, account, user);

  /** Outlives the worker: the user is asked to reconnect until they do, or disconnect. */
  const lostMark = `lost:${account}:${user}`;

  let company: CompanyForMembers | null = null;
  let ringCentral: RingCentral | null = null;
  let session: RingCentralSession | null = null;
  let me: Me | null = null;
  let closed = false;
  /** A sign-in whose extension NetSuite has not been told yet. */
  let bindDue = false;

  const publisher = createPublisher({ read: readState, publish: (state) => windows.postAll({ kind: 'state', state }) });
  const changed = (): void => publisher.changed();
  const connection = createConnectionState({ clock, timings, onChange: changed });
  const microphoneBlocked = (): void => connection.apply({ what: 'phone-refused', cause: 'microphone-blocked', at: clock.now() });
  const microphoneOpen = (): void => {
    if (connection.phoneRefusal() === 'microphone-blocked') connection.apply({ what: 'link', link: 'phone', is: 'up', at: clock.now() });
  };

  const requests = createMediaRequests({ clock, newId: environment.newId, send: (windowId, id, request) => windows.post(windowId, { kind: 'media-request', id, request }) });
  const windows = createWindowRegistry({
    clock,
    locks: environment.locks,
    onGone: (windowId) => {
      requests.windowGone(windowId);
      userCalls.windowGone(windowId);
    },
    onChange: () => lastPage.pages(windows.awake()),
  });
  const media = createMediaProxy({
    windows,
    requests,
    timings,
    newId: environment.newId,
    onFailure: (callId, failure) => {
      // A call nobody can hear is no call; a key or a mute that failed is not its end.
      if (failure.kind === 'window-gone' || failure.kind === 'webrtc') void session?.phone.current()?.call(callId)?.hangUp();
    },
    onChange: changed,
  });
  const outbox = createOutbox({ account, user, clock, timings, store: createDraftStore(sealed, account, user), netsuite, onChange: changed });
  const userCalls = createCallsOfUser({
    clock,
    timings,
    media,
    netsuite,
    outbox,
    me: () => me,
    phone: () => session?.phone.current() ?? null,
    onMicrophoneBlocked: microphoneBlocked,
    onMicrophoneOpen: microphoneOpen,
    onChange: changed,
  });
  const { calls } = userCalls;
  const ready = () => session?.phone.ready() ?? null;
  const dialQueue = createDialQueue({
    clock,
    timings,
    ready: () => ready() !== null,
    dial: (order) => {
      const phone = ready();
      if (phone) void userCalls.place(phone, order);
    },
    onChange: changed,
  });
  const lastPage = createLastPage({ clock, timings, inCall: () => calls.live().length > 0, sleep: () => void stopSession(), wake: startSession });

  function readState(): Omit<LineState, 'revision'> {
    return {
      version,
      connection: connection.status(),
      abilities: connection.abilities(),
      me: connection.isSignedIn() ? me : null,
      calls: calls.view(),
      mediaWindows: media.windowsInUse(),
      queuedDial: dialQueue.view(),
      unsent: outbox.unsent(),
      logged: Object.fromEntries(calls.view().flatMap(({ callId }) => (outbox.logged(callId) ? [[callId, outbox.logged(callId)]] : []))) as LineState['logged'],
      testServer: company?.testServer === true,
    };
  }

  const otherUsers = createOtherUsers({ environment, sealed, account, user, onReplaced: () => void endForOther() });
  const signIn = createSignIn({
    clock,
    crypto: environment.crypto,
    sealed,
    name: name('sign-in'),
    timings,
    ringCentral: () => ringCentral,
    onBegun: () => connection.apply({ what: 'signing-in', at: clock.now() }),
    onEnded: (failure) => connection.apply({ what: 'sign-in-ended', failure }),
    onSignedIn: () => void signedIn(true),
  });
  const redirects = environment.openChannel(signInChannel(account), (message) => {
    const search = (message as Partial<SignInReturn> | null)?.search;
    if (typeof search === 'string') void signIn.answer(search);
  });
  const companySettings = createCompany({ netsuite, store, name: `company:${account}` });

  function onPhone(news: PhoneNews): void {
    if (news.is === 'refused') connection.apply({ what: 'phone-refused', cause: news.cause, at: clock.now() });
    else connection.apply({ what: 'link', link: 'phone', is: news.is, at: clock.now() });
    if (news.is === 'up') dialQueue.go();
  }

  async function onGap(): Promise<void> {
    for (const { call } of calls.live()) {
      calls.apply(call.callId, { what: 'events-lost' });
      if (call.telephonySessionId === null) continue;
      const code = await session?.stateOf(call.telephonySessionId);
      if (code) calls.apply(call.callId, { what: 'read-again', at: clock.now(), code });
    }
  }

  function startSession(): void {
    if (closed || session || !ringCentral || !connection.isSignedIn()) return;
    session = createRingCentralSession({
      environment,
      timings,
      ringCentral,
      sealed,
      names: { me: name('me'), sip: name('sip') },
      media,
      onMe: (known) => {
        me = known;
        if (bindDue) bindExtension(known);
        bindDue = false;
        changed();
      },
      onPhone,
      onEvents: (is) => connection.apply({ what: 'link', link: 'events', is, at: clock.now() }),
      onRing: userCalls.ring,
      onFact: calls.apply,
      onParty: calls.hear,
      onGap: () => void onGap(),
      onBack: userCalls.refresh,
    });
    session.start();
  }

  async function stopSession(): Promise<void> {
    const old = session;
    await userCalls.hangUpAll();
    userCalls.dropAll();
    session = null;
    await old?.stop();
  }

  async function signedIn(now: boolean): Promise<void> {
    await stopSession();
    if (now) await Promise.all([sealed.delete(name('me')), sealed.delete(name('sip')), store.delete(lostMark)]);
    bindDue = now;
    connection.apply({ what: 'signed-in', at: clock.now() });
    startSession();
  }

  /** One row per extension and user at NetSuite; a conflict is the admin's to see there. */
  function bindExtension({ extensionId, extensionNumber }: Me): void {
    netsuite.bindExtension({ extensionId, extensionNumber: extensionNumber.slice(0, 20) }).catch(() => undefined);
  }

  async function signedOut(fact: { what: 'token-lost'; cause: 'expired' | 'revoked' } | { what: 'disconnected' }): Promise<void> {
    await stopSession();
    me = null;
    dialQueue.forget();
    await (fact.what === 'token-lost' ? store.set(lostMark, fact.cause) : store.delete(lostMark));
    connection.apply(fact);
  }

  async function endForOther(): Promise<void> {
    await signedOut({ what: 'disconnected' });
    await otherUsers.forgetOwn();
  }

  /** The company's app and server; another app makes another sign-in necessary. */
  async function readCompany(): Promise<void> {
    const before = company;
    try {
      company = await companySettings.read();
    } catch {
      if (!closed) clock.after(companyRetryMs, () => void readCompany());
      return;
    }
    if (closed) return;
    connection.apply({ what: 'company', setUp: company.setUp });
    changed();
    const { clientId, server, redirectUri } = company;
    if (before && before.clientId === clientId && before.server === server && before.redirectUri === redirectUri && ringCentral) return;
    if (connection.isSignedIn()) await signedOut({ what: 'disconnected' });
    ringCentral =
      company.setUp && clientId && server
        ? openRingCentral({
            server,
            clientId,
            redirectUri,
            version,
            environment,
            sealed,
            tokensName: `${name('tokens')}${clientId}@${server}:`,
            onSignedOut: (cause) => void signedOut({ what: 'token-lost', cause }),
          })
        : null;
    if (await ringCentral?.isSignedIn()) await signedIn(false);
    else {
      const lost = await store.get(lostMark);
      if (lost === 'expired' || lost === 'revoked') connection.apply({ what: 'token-lost', cause: lost });
    }
  }

  async function dial(windowId: string, command: Extract<Command, { name: 'dial' }>): Promise<CommandResult> {
    if (!dialable(command.number)) return refused('not-a-number');
    const { state } = connection.status();
    if (state === 'not-connected') return refused(company && !company.setUp ? 'not-set-up' : 'not-connected');
    if (!connection.isSignedIn()) return refused('not-connected');
    if (calls.live().some(({ call }) => call.phase !== 'ringing' || call.direction === 'Outbound')) return refused('busy');
    const order = { number: command.number, person: command.person, windowId };
    const phone = ready();
    if (phone) return userCalls.place(phone, order);
    const refusal = connection.phoneRefusal();
    if (refusal !== null) return refused('ringcentral-refused', refusal);
    dialQueue.wait(order);
    return done();
  }

  async function disconnect(evenDuringCall: boolean): Promise<CommandResult> {
    if (calls.live().length > 0 && !evenDuringCall) return refused('call-is-up');
    await signedOut({ what: 'disconnected' });
    await ringCentral?.logout((work) => within(clock, timings.revokeMs, 'revoke', work));
    await otherUsers.forgetOwn();
    return done();
  }

  async function perform(windowId: string, command: Command): Promise<CommandResult> {
    switch (command.name) {
      case 'begin-sign-in': {
        if (connection.isSignedIn()) return refused('wrong-moment');
        const url = await signIn.begin();
        return url === null ? refused('not-set-up') : done({ url });
      }
      case 'sign-in-window-closed':
        signIn.windowClosed();
        return done();
      case 'sign-in-window-blocked':
        signIn.windowBlocked();
        return done();
      case 'disconnect':
        return disconnect(command.evenDuringCall);
      case 'dial':
        return dial(windowId, command);
      case 'retry-dial':
        return dialQueue.retry() ? done() : refused('wrong-moment');
      case 'forget-dial':
        dialQueue.forget();
        return done();
      case 'company-changed':
        await readCompany();
        outbox.tryAll();
        return done();
      default:
        return userCalls.command(windowId, command);
    }
  }

  void otherUsers.replace().then(readCompany, readCompany);
  void outbox.start();

  return {
    windows,
    state: publisher.current,
    requests,
    /** A page was loaded: whoever signed in to NetSuite again gets waiting drafts written. */
    pageLoaded(): void {
      outbox.tryAll();
    },
    command: (windowId: string, command: Command): Promise<CommandResult> => perform(windowId, command).catch(refusalOf),
    post: (windowId: string, message: ToWindow): void => windows.post(windowId, message),
    async close(): Promise<void> {
      closed = true;
      lastPage.close();
      signIn.close();
      redirects.close();
      otherUsers.close();
      dialQueue.close();
      outbox.close();
      await stopSession();
      userCalls.close();
      connection.close();
      windows.close();
    },
  };
}

export type UserLine = ReturnType<typeof createUserLine>;
