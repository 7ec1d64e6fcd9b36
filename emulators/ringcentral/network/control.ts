import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../account/account.ts';
import { fullName } from '../account/account.ts';
import type { ExtensionFeatures, OutsideCaller } from '../account/seed.ts';
import type { CallLog, CallLogSettings } from '../call-log/call-log.ts';
import { seedCalls, type SeededCalls, type SeedOrder } from '../call-log/seed-calls.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { EventFaults, EventFaultSettings } from '../gateway/event-faults.ts';
import type { WsTokens } from '../gateway/ws-tokens.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { RequestCounts } from '../http/request-counts.ts';
import type { RestFault, RestFaults } from '../http/rest-faults.ts';
import type { Messages } from '../messages/messages.ts';
import type { HowTextsArrive } from '../messages/texts.ts';
import type { Sessions } from '../oauth/sessions.ts';
import type { Presence } from '../rest/presence-state.ts';
import { SimulatorError, type CallView, type HowFarEndBehaves, type ReplyAnswer, type Telephony } from '../telephony/contract.ts';
import { e164 } from './e164.ts';
import { createTextControl, type OutsidePhone, type TextControl } from './text-control.ts';

/** What of the network is meant: the phone's SIP socket, the event gateway, or both. */
export type Wires = 'sip' | 'gateway' | 'both';

/** An extension as /network shows it. Nothing in it is secret. */
export interface ExtensionView {
  extensionId: string; extensionNumber: string; name: string; phoneNumbers: string[]; features: ExtensionFeatures;
  signedIn: number; registered: number; phonesElsewhere: number; sipSockets: number; gatewaySockets: number; presenceStatus: unknown;
  down: { sip: boolean; gateway: boolean };
}

/** The whole outside world at one moment. Calls are newest first. */
export interface NetworkState {
  companyName: string; mainNumber: string; outsideCallers: OutsideCaller[]; extensions: ExtensionView[]; calls: CallView[];
  behaviours: { phoneNumber: string; behaviour: HowFarEndBehaves }[];
  texts: { phones: OutsidePhone[]; arrivals: { phoneNumber: string; how: HowTextsArrive }[] };
  apps: { clientId: string; name: string; administratorMustApprove: boolean }[];
  allDown: { sip: boolean; gateway: boolean };
  switches: { coop: boolean; rateLimits: boolean; exposeRateHeaders: boolean; strictWsTokens: boolean; othersMessages: boolean };
  faults: { rest: { delayMs: number; pending: RestFault[] }; events: EventFaultSettings; sound: { detour: boolean; lossPercent: number } };
}

/** The switches that belong to the whole platform. */
export interface Switches { coop: boolean; exposeRateHeaders: boolean; strictWsTokens: boolean; /** Whoever is signed in reads the messages of every extension. */ othersMessages: boolean }

/** Everything that people outside, administrators and bad luck can do. Each verb throws SimulatorError with a plain sentence when it cannot. */
export interface Control {
  state(): NetworkState;
  texts: TextControl;
  /** Extensions are named by id or by extension number everywhere. */
  ringIn(call: { from: { phoneNumber: string; name?: string }; to: string }): Promise<CallView>;
  farEndAnswers(telephonySessionId: string): Promise<CallView>;
  farEndHangsUp(telephonySessionId: string): Promise<CallView>;
  speak(telephonySessionId: string, toneHz: number): void;
  resetMediaStatistics(telephonySessionId: string): void;
  setBehaviour(phoneNumber: string, behaviour: HowFarEndBehaves): void;
  setFeature(extension: string, feature: keyof ExtensionFeatures, on: boolean): void;
  /** How long the extension rings before the call is given up; until the next start. */
  setRingSeconds(extension: string, seconds: number): void;
  /** So many phones of the extension are registered on other computers; with five of them the next one is refused. */
  setPhonesElsewhere(extension: string, phones: number): void;
  dropNetwork(wires: Wires, extension?: string): void;
  restoreNetwork(wires: Wires, extension?: string): void;
  /** Drops and restores at once, `times` times, `everyMs` apart: sockets break, new ones are welcome. */
  flickerNetwork(wires: Wires, options?: { extension?: string; times?: number; everyMs?: number }): Promise<void>;
  /** Ends every session of the extension, as an administrator would. */
  revokeTokens(extension?: string): void;
  /** What an hour does to access tokens. Refresh tokens go on working. */
  expireAccessTokens(extension?: string): void;
  setAdministratorMustApprove(clientId: string, must: boolean): void;
  setSwitch(name: keyof Switches | 'rateLimits', on: boolean): void;
  failNextRest(fault: RestFault): void;
  delayRest(milliseconds: number): void;
  clearRestFaults(): void;
  setEventFaults(change: Partial<EventFaultSettings>): void;
  answerNextSip(method: string, status: number, times: number): void;
  /** SIP sockets stay open and nothing passes, until restoreNetwork. */
  silenceSip(extension?: string): void;
  loseNextSip(method: string, times: number): void;
  answerLateSip(milliseconds: number, times: number): void;
  /** Sound of calls from now on goes a way where it can be lost or blocked. */
  detourMedia(on: boolean): void;
  loseMedia(percent: number): void;
  /** Blocks the ways there are, as a change of network does; ways found afterwards are free. */
  blockMedia(): void;
  /** Fills the call log with thousands of calls that nobody made. */
  seedCalls(order: SeedOrder): SeededCalls;
  setCallLog(change: Partial<CallLogSettings>): void;
  /** What a week does to sync tokens of the call log. */
  expireSyncTokens(): void;
  /** What programs asked for since the start, and how often. */
  requests(): { method: string; path: string; times: number }[];
  /** What a caller presses after a text reply. */
  farEndReplies(telephonySessionId: string, answer: ReplyAnswer): void;
}

export interface ControlTools {
  messages: Messages; account: Account; telephony: Telephony; sessions: Sessions; gateway: Gateway; presence: Presence; callLog: CallLog; now: () => number;
  rateLimits: RateLimits; restFaults: RestFaults; requestCounts: RequestCounts; eventFaults: EventFaults; wsTokens: WsTokens; switches: Switches;
}

export function createControl(tools: ControlTools): Control {
  const { account, telephony, sessions, gateway, presence, rateLimits, restFaults, eventFaults, switches } = tools;
  const behaviours = new Map<string, HowFarEndBehaves>();
  const sound = { detour: false, lossPercent: 0 };
  const sipDown = new Set<string>();
  let allSipDown = false;
  let allGatewayDown = false;

  function idOf(extension: string): string {
    const user = account.users().find(({ id, extensionNumber }) => id === extension || extensionNumber === extension);
    if (!user) throw new SimulatorError('There is no such extension.');
    return user.id;
  }

  function dropSip(id: string | undefined): void {
    if (id === undefined) allSipDown = true;
    else sipDown.add(id);
    telephony.network.dropSip(id);
  }
  function restoreSip(id: string | undefined): void {
    if (id === undefined) {
      allSipDown = false;
      sipDown.clear();
    } else sipDown.delete(id);
    telephony.network.restoreSip(id);
  }

  const texts = createTextControl({ account, messages: tools.messages, idOf });
  const control: Control = {
    texts,
    state: () => ({
      companyName: account.companyName, mainNumber: account.mainNumber, outsideCallers: account.outsideCallers,
      extensions: account.users().map((user) => {
        const registrations = telephony.registrations().filter(({ extensionId }) => extensionId === user.id);
        return {
          extensionId: user.id, extensionNumber: user.extensionNumber, name: fullName(user), phoneNumbers: user.phoneNumbers, features: user.features,
          signedIn: sessions.ofExtension(user.id).length, registered: registrations.length, phonesElsewhere: telephony.phonesElsewhere.of(user.id),
          sipSockets: registrations.filter(({ socketOpen }) => socketOpen).length, gatewaySockets: gateway.openSockets(user.id),
          presenceStatus: presence.body(user.id)['presenceStatus'],
          down: { sip: allSipDown || sipDown.has(user.id), gateway: gateway.isDown(user.id) },
        };
      }),
      calls: telephony.calls().toSorted((a, b) => b.startedAt - a.startedAt),
      behaviours: [...behaviours].map(([phoneNumber, behaviour]) => ({ phoneNumber, behaviour })),
      texts: { phones: texts.phones(), arrivals: texts.arrivals() },
      apps: account.apps().map(({ clientId, name, administratorMustApprove }) => ({ clientId, name, administratorMustApprove: administratorMustApprove ?? false })),
      allDown: { sip: allSipDown, gateway: allGatewayDown },
      switches: { ...switches, rateLimits: rateLimits.enforced() },
      faults: { rest: restFaults.describe(), events: eventFaults.settings(), sound: { ...sound } },
    }),

    ringIn: ({ from, to }) => telephony.ringIn({ from: { ...from, phoneNumber: e164(from.phoneNumber) }, toExtensionId: idOf(to) }),
    farEndAnswers: (id) => telephony.farEndAnswers(id),
    farEndHangsUp: (id) => telephony.farEndHangsUp(id),
    speak: (id, toneHz) => telephony.speak(id, toneHz),
    resetMediaStatistics: (id) => telephony.resetMediaStatistics(id),
    setBehaviour(phoneNumber, behaviour) {
      const number = e164(phoneNumber);
      behaviours.set(number, behaviour);
      telephony.setBehaviour(number, behaviour);
    },
    setFeature: (extension, feature, on) => account.setFeature(idOf(extension), feature, on),
    setRingSeconds: (extension, seconds) => account.setRingSeconds(idOf(extension), seconds),

    setPhonesElsewhere: (extension, phones) => telephony.phonesElsewhere.set(idOf(extension), phones),

    dropNetwork(wires, extension) {
      const id = extension === undefined ? undefined : idOf(extension);
      if (wires !== 'gateway') dropSip(id);
      if (wires === 'sip') return;
      if (id === undefined) allGatewayDown = true;
      gateway.drop(id);
    },
    restoreNetwork(wires, extension) {
      const id = extension === undefined ? undefined : idOf(extension);
      if (wires !== 'gateway') restoreSip(id);
      if (wires === 'sip') return;
      if (id === undefined) allGatewayDown = false;
      gateway.restore(id);
    },
    async flickerNetwork(wires, { extension, times = 1, everyMs = 1000 } = {}) {
      for (let done = 0; done < times; done += 1) {
        if (done > 0) await pause(everyMs, undefined, { ref: false });
        control.dropNetwork(wires, extension);
        control.restoreNetwork(wires, extension);
      }
    },

    revokeTokens(extension) {
      const id = extension === undefined ? undefined : idOf(extension);
      sessions.endWhere((session) => id === undefined || session.extensionId === id);
    },
    expireAccessTokens: (extension) => sessions.expireAccessTokens(extension === undefined ? undefined : idOf(extension)),
    setAdministratorMustApprove(clientId, must) {
      if (!account.app(clientId)) throw new SimulatorError('There is no such application.');
      account.setAdministratorMustApprove(clientId, must);
    },
    setSwitch(name, on) {
      if (name === 'rateLimits') return rateLimits.enforce(on);
      switches[name] = on;
      if (name === 'strictWsTokens') tools.wsTokens.strict(on);
    },
    failNextRest: (fault) => restFaults.failNext(fault),
    delayRest: (milliseconds) => restFaults.delay(milliseconds),
    clearRestFaults: () => restFaults.clear(),
    setEventFaults: (change) => eventFaults.set(change),
    answerNextSip: (method, status, times) => telephony.network.answerNext(method, status, times),
    silenceSip: (extension) => telephony.network.silenceSip(extension === undefined ? undefined : idOf(extension)),
    loseNextSip: (method, times) => telephony.network.loseNext(method, times),
    answerLateSip: (milliseconds, times) => telephony.network.answerLate(milliseconds, times),
    detourMedia(on) {
      sound.detour = on;
      telephony.network.detourMedia(on);
    },
    loseMedia(percent) {
      sound.lossPercent = percent;
      telephony.network.loseMedia(percent);
    },
    blockMedia: telephony.network.blockMedia,
    seedCalls: (order) => seedCalls(tools, order),
    setCallLog: (change) => tools.callLog.set(change),
    requests: () => tools.requestCounts.all(),
    expireSyncTokens: () => tools.callLog.expireSyncTokens(),
    farEndReplies: (id, answer) => telephony.farEndReplies(id, answer),
  };
  return control;
}
