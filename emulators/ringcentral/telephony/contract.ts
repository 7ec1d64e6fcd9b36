/**
 * What the telephony side (switch, SIP, media) and the platform side (accounts, OAuth, REST, gateway, /network)
 * of the simulator say to each other. Ids are strings on both sides; numbers are E.164; times are epoch milliseconds.
 */

/** One user of the simulated account, as far as a telephone switch cares. */
export interface Extension {
  accountId: string;
  extensionId: string;
  extensionNumber: string;
  name: string;
  /** Direct numbers, the first one is the default caller ID. */
  phoneNumbers: string[];
  /** false: sip-provision refuses, nothing can register. */
  webPhone: boolean;
  /** false: no digital line, so outbound calls to numbers are refused with 403 after the 18x. */
  digitalLine: boolean;
  /** Rings out into a mailbox instead of ending as missed. */
  voicemail: boolean;
  ringSeconds: number;
}

/** The platform side answers these; the telephony side asks. */
export interface Directory {
  extensions(): Extension[];
  byExtensionId(extensionId: string): Extension | undefined;
  byPhoneNumber(e164: string): Extension | undefined;
  byExtensionNumber(extensionNumber: string): Extension | undefined;
  mainNumber: string;
  domain: string;
}

/** SIP identity made by sip-provision: a new authorizationId for every call of that operation. */
export interface SipCredential {
  authorizationId: string;
  username: string;
  password: string;
  extensionId: string;
}

export interface Registration { extensionId: string; authorizationId: string; instanceId: string; registeredAt: number; socketOpen: boolean }

/** Party codes and reasons as in the telephony-session payload. */
export type PartyCode = 'Setup' | 'Proceeding' | 'Answered' | 'Disconnected' | 'Gone' | 'Parked' | 'Hold' | 'VoiceMail';

export interface PartyEnd { phoneNumber?: string; name?: string; extensionId?: string; extensionNumber?: string; deviceId?: string }

export interface Party {
  id: string;
  direction: 'Inbound' | 'Outbound';
  /** undefined: a party in the public network. */
  extensionId?: string;
  from: PartyEnd;
  to: PartyEnd;
  code: PartyCode;
  reason?: string;
  missedCall: boolean;
  muted: boolean;
  /** Where a parked party waits, e.g. `*801`. */
  park?: { id: string };
  recordings?: Recording[];
  /** After code Gone: the party of another session that it has become. */
  peer?: { telephonySessionId: string; sessionId: string; partyId: string };
  /** The SIP leg of a party whose device is up: `toTag` is the device's own tag, `fromTag` the server's. */
  sipData?: { callId: string; toTag: string; fromTag: string };
}

export interface Recording { id: string; active: boolean }

/** One telephony-session notification: exactly one party, `sequence` from 2 counted per session. */
export interface TelephonySessionEvent {
  accountId: string;
  telephonySessionId: string;
  sessionId: string;
  serverId: string;
  sequence: number;
  eventTime: number;
  party: Party;
}

/** A call as the /network page shows it. */
export interface CallView {
  telephonySessionId: string;
  sessionId: string;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  direction: 'Inbound' | 'Outbound';
  from: PartyEnd;
  to: PartyEnd;
  parties: Party[];
  /** What the person at the far end can do now. */
  farEnd: { state: 'ringing' | 'talking' | 'held' | 'ended'; canAnswer: boolean; canHangUp: boolean };
  /** RTP at the far end: packets each way, energy heard (0..1 mean square over the last half second), longest pause in ms since the last reset, keys heard. */
  /** The text that our user replied with instead of answering. */
  reply?: string;
  media: { packetsIn: number; packetsOut: number; energyIn: number; longestPauseMs: number; digits: string } | null;
}

/** The keys of the real service: 1 yes, 2 no, 3 it is urgent. */
export type ReplyAnswer = 'yes' | 'no' | 'urgent';

export type HowFarEndBehaves = 'ring' | 'answer' | 'busy' | 'refuse';

/** One party of one session, as REST names it. */
export interface PartyRef { telephonySessionId: string; partyId: string }

/** Where a call can be sent; exactly one. */
export type Target = { phoneNumber: string } | { extensionNumber: string } | { extensionId: string } | { voicemail: string } | { parkOrbit: string };

/** Why call control refuses: whoever asked named nothing that is there, or it may not be done now. */
export type CallRefusalCode = 'no such session' | 'no such party' | 'no such target' | 'no such recording' | 'not allowed now' | 'not emulated';

/** A plain sentence without numbers or names. */
export class CallRefusal extends Error {
  readonly code: CallRefusalCode;
  constructor(code: CallRefusalCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** What can be done to a call that is up, over REST or over SIP. Each verb throws CallRefusal. */
export interface CallControl {
  hold(party: PartyRef, held: boolean): Party;
  transfer(party: PartyRef, target: Target): Party;
  /** Completes a warm transfer: the other sides of both parties talk to each other in the first one's session. */
  bridge(party: PartyRef, other: PartyRef): Party;
  forward(party: PartyRef, target: Target): Party;
  reject(party: PartyRef): void;
  /** The caller hears this text. */
  reply(party: PartyRef, text: string): Party;
  /** @param phoneNumber rings there; the call moves when it is answered. */
  flip(party: PartyRef, phoneNumber: string): void;
  /** The party afterwards: code Parked, `park.id` says where. */
  park(party: PartyRef): Party;
  startRecording(party: PartyRef): Recording;
  setRecording(party: PartyRef, recordingId: string, active: boolean): Recording;
  drop(party: PartyRef): void;
  dropSession(telephonySessionId: string): void;
  /** A session that waits for its host to dial the token. */
  createConference(hostExtensionId: string): { call: CallView; token: string };
  /** Moves the other side of a host's own party, or a party itself, into a conference. */
  bringIn(conferenceSessionId: string, party: PartyRef): Party;
}

/** The telephony side offers these; the platform side calls. Every verb throws SimulatorError with a plain sentence when it cannot. */
export interface Telephony {
  /** Remember a credential made by sip-provision (also after a restart: the platform side keeps them). */
  acceptCredential(credential: SipCredential): void;
  registrations(): Registration[];
  /** Other phones of an extension, on other computers: they keep their slots and never ring. */
  phonesElsewhere: { set(extensionId: string, phones: number): void; of(extensionId: string): number };
  /** Someone outside rings one of our extensions. Settles as soon as the session exists. */
  ringIn(call: { from: { phoneNumber: string; name?: string }; toExtensionId: string }): Promise<CallView>;
  /** Answer, as the person outside, what one of our users dials. */
  farEndAnswers(telephonySessionId: string): Promise<CallView>;
  farEndHangsUp(telephonySessionId: string): Promise<CallView>;
  /** What numbers do when dialled: by default they ring until told; digits without `+` stand for every number that ends so. */
  setBehaviour(e164: string, behaviour: HowFarEndBehaves): void;
  calls(): CallView[];
  call(telephonySessionId: string): CallView | undefined;
  /** Speak into a call: a tone in Hz, or 0 for silence. Default 440. */
  speak(telephonySessionId: string, toneHz: number): void;
  resetMediaStatistics(telephonySessionId: string): void;
  /** What the caller presses after hearing a text that our user replied with. */
  farEndReplies(telephonySessionId: string, answer: ReplyAnswer): void;
  callControl: CallControl;
  onEvent(listener: (event: TelephonySessionEvent) => void): () => void;
  onCallsChanged(listener: () => void): () => void;
  /** Faults: all of them until undone. */
  network: {
    /** Cut the SIP sockets of an extension (or all) and refuse new ones while down. */
    dropSip(extensionId?: string): void;
    restoreSip(extensionId?: string): void;
    /** Answer this status to the next n requests of that method (REGISTER, INVITE, BYE …). */
    answerNext(method: string, status: number, times: number): void;
    /** The extension's sockets stay open, and nothing passes in either direction, until restoreSip. No id: everybody. */
    silenceSip(extensionId?: string): void;
    /** The next n requests of that method which we send are lost. */
    loseNext(method: string, times: number): void;
    /** The next n `200 OK` to an INVITE come so much later. */
    answerLate(milliseconds: number, times: number): void;
    /** The sound of calls that begin, or negotiate anew, goes a way of ours; only there it can be lost or blocked. */
    detourMedia(on: boolean): void;
    /** So many percent of the sound packets that go our way are lost, in each direction. */
    loseMedia(percent: number): void;
    /** Nothing passes any more on the ways there are, as when a computer changes its network; a way found afterwards is free. */
    blockMedia(): void;
  };
  /** Takes a WebSocket that asked for the subprotocol "sip". */
  acceptSocket(socket: import('ws').WebSocket): void;
  close(): Promise<void>;
}

/** A plain sentence for the person who asked; never carries a token or a password. */
export class SimulatorError extends Error {}
