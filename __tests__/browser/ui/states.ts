import { usualPreferences } from '../../../src/wire/line/preferences.ts';
import type { Call, CallFacts } from '../../../src/core/calls/call.ts';
import type { LineState } from '../../../src/wire/line/state.ts';
import { nothingUnsent } from '../nothing-unsent.ts';

/** A connected line of Anna Bergström, extension 101, with nothing going on. */
export const quietLine = (over: Partial<LineState> = {}): LineState => ({
  version: 'test',
  newerDeployed: false,
  revision: 1,
  connection: { state: 'connected' },
  abilities: [],
  health: { parts: [], events: [] },
  me: { name: 'Anna Bergström', extensionId: '62264', extensionNumber: '101', numbers: ['+16505550101'] },
  calls: [],
  controls: {},
  parked: [],
  elsewhere: [],
  mediaWindows: {},
  movingAudio: [],
  restoringAudio: [],
  quality: {},
  queuedDial: null,
  lastDialled: null,
  callerIds: [],
  preferences: usualPreferences,
  presence: null,
  colleagues: null,
  ringsIn: null,
  notifiesIn: null,
  soundLocked: false,
  texts: null,
  unsent: nothingUnsent,
  logged: {},
  leftOut: [],
  dispositions: [],
  hasCallCard: false,
  testServer: false,
  ...over,
});

const facts: CallFacts = {
  callId: 'a1b2',
  direction: 'Inbound',
  telephonySessionId: 's-17a2',
  partyId: 'p-17a2-1',
  from: { number: '+14155550133', name: 'WIRELESS CALLER' },
  to: { number: '+16505550101', name: null },
  queue: null,
  startedAt: 1_790_000_000_000,
  notes: '',
  notesAt: 0,
  disposition: null,
  person: null,
};

/** A call from (415) 555-0133, as a line has it before anybody asked NetSuite who that is. */
export const ringing = (over: Partial<CallFacts> = {}): Call => ({ ...facts, ...over, phase: 'ringing', legUp: false, muted: false });
export const talking = (over: Partial<CallFacts> & { held?: boolean; muted?: boolean } = {}): Call =>
  ({ ...facts, phase: 'talking', answeredAt: facts.startedAt + 4_000, held: false, muted: false, ...over });
export const ended = (over: Partial<Extract<Call, { phase: 'ended' }>> = {}): Call =>
  ({ ...facts, phase: 'ended', endedAt: facts.startedAt + 60_000, answeredAt: null, outcome: 'Missed', reason: null, elsewhere: null, ...over });
