import type { MediaReply } from '../../../wire/line/media.ts';
import type { ToLine } from '../../../wire/line/messages.ts';
import type { Boot } from '../../../wire/session/boot.ts';
import type { LineEvents } from '../../hosting/hosted-line.ts';
import { createNetSuiteClient } from '../../netsuite/client.ts';
import { createParkedCalls } from '../calls/parked-calls.ts';
import { createAskAfterGap } from '../calls/ask-after-gap.ts';
import { createDialQueue } from '../calls/dial-queue.ts';
import { createLastDialled } from '../calls/last-dialled.ts';
import { createConnectionState } from '../connection/connection-state.ts';
import { createCallSound } from '../health/call-sound.ts';
import { createLineHealth } from '../health/line-health.ts';
import { createElsewhere } from '../elsewhere/elsewhere.ts';
import { createMicrophoneState } from '../health/microphone-state.ts';
import { createAudioPlaces } from '../media/audio-places.ts';
import { createFollowDevices } from '../media/follow-devices.ts';
import { createFollowPopOut } from '../media/follow-pop-out.ts';
import { createMediaProxy } from '../media/media-proxy.ts';
import { createMediaRequests } from '../media/media-requests.ts';
import { createMoveAudio } from '../media/move-audio.ts';
import { createDraftStore } from '../outbox/draft-store.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createPreferences } from '../preferences/preferences.ts';
import { createPublishDialogs } from '../restore/publish-dialogs.ts';
import { createRestoreCalls } from '../restore/restore-calls.ts';
import { createRinging } from '../ringing/ringing.ts';
import { createPublisher } from '../state/publisher.ts';
import { readState } from '../state/read-state.ts';
import { createLastingSealed } from '../store/lasting-sealed.ts';
import { createSealed } from '../store/sealed.ts';
import { withoutComplaint } from '../store/store.ts';
import { createTextLine } from '../text-line.ts';
import { lineTimings } from '../timings.ts';
import { createWindowRegistry } from '../windows/registry.ts';
import { createCallsOfUser } from './calls-of-user.ts';
import { createLastPage } from './last-page.ts';
import type { LineTools } from './line-tools.ts';
import { secretName } from './other-users.ts';
import { createRingCentralAccount } from './ringcentral-account.ts';
import { createUserCommands } from './user-commands.ts';

/** The line of one user in one account: composes the parts, and decides nothing that a part could decide. */
export function createUserLine(tools: LineTools, boot: Boot, { onChange: onChanged, onReplaced }: LineEvents) {
  let newerDeployed = false;
  const { environment, version } = tools;
  const { clock, newId } = environment;
  const { account } = boot;
  const user = boot.user.id;
  const timings = lineTimings(boot.timings);
  const store = withoutComplaint(tools.store);
  const sealed = createLastingSealed({ sealed: createSealed(tools.store, environment.crypto, environment.locks.hold), clock, retryMs: timings.longestRetryMs, onChange: () => onChange(), onReadable: () => void outbox.start(restore.isOffered) });
  const netsuite = createNetSuiteClient({ urls: boot.urls, fetch: environment.fetch });

  const loadOrders = (): Promise<unknown> => environment.loadModule(boot.urls.orders);

  const publisher = createPublisher({
    read: () => readState({ version, newerDeployed, connection, health, ringCentral, userCalls, parked, elsewhere, places, moveAudio, restore, sound, dialQueue, lastDialled, preferences, ringing, outbox, texts }),
    publish: (state) => {
      windows.postAll({ kind: 'state', state });
      publishDialogs.changed();
      onChanged();
    },
  });
  const onChange = (): void => publisher.changed();
  const preferences = createPreferences({ sealed, name: `preferences:${account}:${user}`, onChange });
  const parked = createParkedCalls({ sealed, name: secretName('parked', account, user), clock, stateOf: (id) => ringCentral.stateOf(id), onChange });
  const lastDialled = createLastDialled({ sealed, name: secretName('last-dialled', account, user), onChange });
  // A number that is this user's no more is not shown to anybody.
  const callerId = (): string | null => ringCentral.callerIds().find(({ number }) => number === preferences.current().callerId)?.number ?? null;
  const connection = createConnectionState({ clock, timings, onChange: (before, after) => {
    health.connectionChanged(before, after);
    onChange();
  } });
  const health = createLineHealth({ environment, store, name: `health:${account}:${user}`, connection: connection.current, sound: () => sound.sum(), onChange });
  const { onMicrophoneBlocked, onMicrophoneOpen } = createMicrophoneState({ clock, connection, health });

  const leg = (callId: string) => ringCentral.phone()?.call(callId);
  const requests = createMediaRequests({ clock, newId, send: (windowId, id, request) => windows.post(windowId, { kind: 'media-request', id, request }) });
  const windows = createWindowRegistry({
    clock,
    locks: environment.locks,
    onGone: (windowId) => {
      requests.windowGone(windowId);
      places.windowGone(windowId);
    },
    onAvailable: (windowId) => {
      places.available(windowId);
      void followPopOut(windowId);
    },
    onChange: () => {
      lastPage.pages(windows.awake());
      if (windows.awake() === 0) texts.pagesGone();
      ringing.look();
      onChanged();
    },
  });
  const places = createAudioPlaces({ clock, windows, requests, timings, newId, devices: preferences.current, onLost: (callId) => moveAudio.lost(callId), onMicrophoneBlocked, onChange });
  const followPopOut = createFollowPopOut({ windows, places, requests, timings });
  const followDevices = createFollowDevices({ devices: preferences.current, places, requests, timings });
  // A call nobody can hear is no call.
  const media = createMediaProxy({ places, requests, timings, onFailure: (callId) => void leg(callId)?.hangUp() });
  const moveAudio = createMoveAudio({ clock, timings, places, leg, onOver: (callId) => restore.over(callId), onMoved: (callId) => restore.heard(callId), onChange });
  const whatToLog = () => ringCentral.company()?.logging.whatToLog ?? null;
  const outbox = createOutbox({ account, user, environment, timings, store: createDraftStore(sealed, account, user), netsuite, whatToLog, onNotes: (callId, text) => userCalls.rewriteNotes(callId, text), onChange: () => { onChange(); texts.outboxChanged(); } });
  const texts = createTextLine({ environment, timings, sealed, name: secretName('texts', account, user), markName: `texts-known:${account}:${user}`, outbox, outboxRead: () => outboxRead, netsuite, keepsPictures: () => ringCentral.company()?.logging.pictures === 'files', rest: () => ringCentral.rest(), download: (url) => ringCentral.download(url), extensionId: () => ringCentral.me()?.extensionId ?? null, senders: () => ringCentral.senders(), version, load: () => environment.loadModule(boot.urls.texts), windows, preferences, onChange });
  const onCallsChange = (): void => {
    lastPage.callsChanged();
    elsewhere.callsChanged();
    ringing.look();
    onChange();
  };
  const userCalls = createCallsOfUser({ clock, timings, places, moveAudio, netsuite, outbox, parked, watch: { find: (id) => elsewhere.find(id) }, me: () => ringCentral.me(), whatToLog, callerId, phone: () => ringCentral.phone(), readyPhone: () => ringCentral.readyPhone(), rest: () => ringCentral.rest(), stateOf: (id) => ringCentral.stateOf(id), quality: (callId) => sound.wholeQuality(callId), version, loadOrders, onMicrophoneBlocked, onMicrophoneOpen, onChange: onCallsChange });
  const { calls } = userCalls;
  const sound = createCallSound({ clock, timings, places, moveAudio, leg, phoneReady: () => ringCentral.readyPhone() !== null, call: (callId) => calls.get(callId)?.call, health, onMicrophoneOpen, onChange });
  const elsewhere = createElsewhere({ clock, timings, calls, rest: () => ringCentral.rest(), onChange });
  const ringing = createRinging({ windows: windows.candidates, calls: calls.view, mediaWindow: (callId) => places.inUse()[callId] ?? null, wantsNotification: () => preferences.current().notify, onChange });

  const publishDialogs = createPublishDialogs({ calls: () => calls, controls: userCalls.controls, leg, waiting: () => restore.waiting(), publish: (dialogs) => windows.postAll({ kind: 'dialogs', dialogs }) });
  const restore = createRestoreCalls({ clock, timings, calls, controls: userCalls.controls, outbox, places, moveAudio, phone: () => ringCentral.readyPhone(), onRestored: () => void onGap(), onChange });

  const onGap = createAskAfterGap({ clock, calls: () => calls, stateOf: (id) => ringCentral.stateOf(id) });

  const ringCentral = createRingCentralAccount({
    ...tools,
    store,
    account,
    user,
    madeAt: boot.madeAt,
    timings,
    sealed,
    netsuite,
    connection,
    loadOrders,
    media,
    onRing: userCalls.ring,
    onFact: calls.apply,
    onParty: (news) => {
      userCalls.hear(news);
      elsewhere.heard(news);
    },
    onEvent: (body) => texts.hear(body),
    onSignedIn: () => texts.wake(),
    onEventsUp: () => {
      texts.eventsUp();
      elsewhere.lookAround();
      void parked.lookAround();
    },
    onGap: () => void onGap(),
    health,
    onBack: userCalls.refresh,
    // Whoever answered a call meanwhile does not want another one now.
    onPhoneUp: () => {
      restore.phoneUp();
      if (userCalls.isBusy()) dialQueue.forget();
      else dialQueue.go();
    },
    onReplaced,
    beforeStop: userCalls.endAll,
    onSignedOut: () => {
      restore.giveUp();
      dialQueue.forget();
      elsewhere.forget();
      lastDialled.forget();
      parked.forget();
      texts.forget();
    },
    onChange: () => {
      outbox.companyKnown();
      onChange();
    },
  });
  const dialQueue = createDialQueue({
    clock,
    timings,
    ready: () => ringCentral.readyPhone() !== null,
    dial: (order) => {
      const phone = ringCentral.readyPhone();
      if (phone) void userCalls.place(phone, order);
    },
    onChange,
  });
  const lastPage = createLastPage({ clock, timings, inCall: () => calls.live().length > 0, sleep: () => void ringCentral.stop(), wake: ringCentral.start });

  function tryNow(): void {
    health.note('tried-now');
    ringCentral.tryNow();
    sound.tryNow();
    sealed.tryNow();
    outbox.tryAll();
    texts.tryNow();
  }

  ringCentral.open();
  const outboxRead = outbox.start(restore.isOffered);
  void outboxRead.then(restore.take);

  return {
    windows,
    state: publisher.current,
    command: ringing.quietly(createUserCommands({ ringCentral, connection, userCalls, dialQueue, lastDialled, outbox, preferences, texts, followDevices, tryNow })),
    mediaEvent: sound.event,
    mediaReply(windowId: string, id: string, reply: MediaReply): void {
      requests.reply(windowId, id, reply);
      sound.reply(reply);
    },
    /** A page was loaded: whoever signed in to NetSuite again gets waiting drafts written, and an admin may have set the company up meanwhile. */
    pageLoaded({ windowId, dialogs, carries }: Extract<ToLine, { kind: 'hello' }>): void {
      restore.offer(dialogs, windowId, carries);
      windows.post(windowId, { kind: 'dialogs', dialogs: publishDialogs.current() });
      outbox.pageLoaded();
      ringCentral.refreshCompany();
    },
    /** A call is up, or not ready to be logged yet. */
    isBusy: (): boolean => calls.live().length > 0 || restore.waiting().length > 0 || outbox.needsThisLine(),
    newerWaits(): void {
      newerDeployed = true;
      onChange();
    },
    async close(): Promise<void> {
      lastPage.close();
      restore.close();
      dialQueue.close();
      elsewhere.close();
      await ringCentral.close();
      await texts.close();
      await outbox.close();
      userCalls.close();
      connection.close();
      sound.close();
      health.close();
      windows.close();
    },
  };
}

export type UserLine = ReturnType<typeof createUserLine>;
