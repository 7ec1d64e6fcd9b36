import { json, type Answer } from '../http/answer.ts';
import { invalidParameter, NotEmulated, notFound, PlatformError } from '../http/platform-error.ts';
import { CallRefusal, type CallControl, type PartyRef, type Recording, type Target, type Telephony } from '../telephony/contract.ts';
import { accountPath, type Operation, type RestCall } from './operation.ts';
import { partyBody } from './telephony-sessions.ts';

const session = `${accountPath}/telephony/sessions/{telephonySessionId}`;
const party = `${session}/parties/{partyId}`;

/** A refusal of the switch as REST words it; 403 TAS-106 is recorded for what may not be done now. */
function refused(error: unknown): never {
  if (!(error instanceof CallRefusal)) throw error;
  switch (error.code) {
    case 'no such session': throw notFound('telephonySessionId');
    case 'no such party': throw notFound('partyId');
    case 'no such recording': throw notFound('recordingId');
    case 'no such target': throw new PlatformError(404, 'CMN-102', error.message);
    case 'not allowed now': throw new PlatformError(403, 'TAS-106', 'Operation is not allowed');
    case 'not emulated': throw new NotEmulated('this target of a call');
  }
}

/** Reads exactly one of the named fields as the target of a call. Throws CMN-101. */
function targetOf(body: Record<string, unknown>, allowed: readonly string[]): Target {
  const [name, ...others] = allowed.filter((one) => body[one] !== undefined);
  if (name === undefined || others.length > 0) throw invalidParameter(others[0] ?? 'phoneNumber');
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw invalidParameter(name);
  return { [name]: value } as Target;
}

const REPLY_PATTERNS: Record<string, string> = {
  OnMyWay: 'On my way', WillCallYouBack: 'Will call you back', CallMeBack: 'Call me back', InAMeeting: 'In a meeting', OnTheOtherLine: 'On the other line',
};

/** The words of a reply. Throws CMN-101. */
function replyOf(body: Record<string, unknown>): string {
  const { replyWithText: text, replyWithPattern: given } = body;
  if (typeof text === 'string' && text !== '') return text;
  const { pattern, time, timeUnit } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const words = typeof pattern === 'string' ? REPLY_PATTERNS[pattern] ?? REPLY_PATTERNS[pattern.replace(/Later$/, '')] : undefined;
  if (words === undefined) throw invalidParameter(given === undefined ? 'replyWithText' : 'replyWithPattern.pattern');
  return typeof time === 'number' ? `${words} in ${time} ${typeof timeUnit === 'string' ? timeUnit.toLowerCase() : 'minute'}s` : words;
}

const recordingBody = ({ id, active }: Recording): object => ({ id, active, mode: 'OnDemand', view: 'Party' });

/**
 * What people do to a call that is up (ringcentral.md 2.10), each to their own parties. Answer, pickup, ignore and supervise name
 * themselves with 501: they ring devices that this simulator does not have.
 */
export function callControlOperations(telephony: Telephony): Operation[] {
  const control = telephony.callControl;

  const ownRef = (call: RestCall): PartyRef => {
    const { telephonySessionId = '', partyId = '' } = call.parameters;
    const up = telephony.call(telephonySessionId);
    if (!up || up.endedAt !== null) throw notFound('telephonySessionId');
    const named = up.parties.find(({ id }) => id === partyId);
    if (!named) throw notFound('partyId');
    if (named.extensionId !== call.caller.id) throw new PlatformError(403, 'CMN-408', 'In order to call this API endpoint, user needs to have permission for the requested resource');
    return { telephonySessionId, partyId };
  };
  /** One operation on the caller's own party. */
  const onParty = (method: Operation['method'], suffix: string, act: (control: CallControl, ref: PartyRef, call: RestCall) => Answer): Operation => ({
    method, template: `${party}${suffix}`, group: 'Light', scope: 'CallControl',
    answer(call) {
      try {
        return act(control, ownRef(call), call);
      } catch (error) {
        return refused(error);
      }
    },
  });
  const shown = (call: RestCall, result: ReturnType<CallControl['hold']>, status = 200): Answer => json(partyBody(result, call.parameters['accountId'] ?? ''), status);
  const nothing: Answer = { status: 204 };

  return [
    onParty('POST', '/hold', (does, ref, call) => shown(call, does.hold(ref, true))),
    onParty('POST', '/unhold', (does, ref, call) => shown(call, does.hold(ref, false))),
    onParty('POST', '/transfer', (does, ref, call) => shown(call, does.transfer(ref, targetOf(call.object(), ['phoneNumber', 'extensionNumber', 'extensionId', 'voicemail', 'parkOrbit'])))),
    onParty('POST', '/forward', (does, ref, call) => shown(call, does.forward(ref, targetOf(call.object(), ['phoneNumber', 'extensionNumber', 'extensionId', 'voicemail'])))),
    onParty('POST', '/reject', (does, ref) => {
      does.reject(ref);
      return nothing;
    }),
    onParty('POST', '/reply', (does, ref, call) => shown(call, does.reply(ref, replyOf(call.object())))),
    onParty('POST', '/park', (does, ref, call) => shown(call, does.park(ref), 201)),
    onParty('POST', '/flip', (does, ref, call) => {
      const { callFlipId } = call.object();
      if (typeof callFlipId !== 'string') throw invalidParameter('callFlipId');
      // Nobody here has flip numbers of their own; a number as such is taken for one.
      if (!/^\+\d{8,15}$/.test(callFlipId)) throw notFound('callFlipId');
      does.flip(ref, callFlipId);
      return { status: 200 };
    }),
    onParty('POST', '/bridge', (does, ref, call) => {
      const { telephonySessionId, partyId } = call.object();
      if (typeof telephonySessionId !== 'string') throw invalidParameter('telephonySessionId');
      if (typeof partyId !== 'string') throw invalidParameter('partyId');
      return shown(call, does.bridge(ref, { telephonySessionId, partyId }));
    }),
    onParty('POST', '/recordings', (does, ref) => json(recordingBody(does.startRecording(ref)), 201)),
    onParty('PATCH', '/recordings/{recordingId}', (does, ref, call) => {
      const { active } = call.object();
      if (typeof active !== 'boolean') throw invalidParameter('active');
      return json(recordingBody(does.setRecording(ref, call.parameters['recordingId'] ?? '', active)));
    }),
    onParty('DELETE', '', (does, ref) => {
      does.drop(ref);
      return nothing;
    }),
    {
      method: 'DELETE', template: session, group: 'Light', scope: 'CallControl',
      answer({ parameters, caller }) {
        const { telephonySessionId = '' } = parameters;
        if (!telephony.call(telephonySessionId)?.parties.some(({ extensionId }) => extensionId === caller.id)) throw notFound('telephonySessionId');
        try {
          control.dropSession(telephonySessionId);
        } catch (error) {
          return refused(error);
        }
        return nothing;
      },
    },
    {
      method: 'POST', template: `${accountPath}/telephony/conference`, group: 'Heavy', scope: 'CallControl',
      answer({ caller, parameters }) {
        const { call, token } = control.createConference(caller.id);
        return json({
          session: {
            id: call.telephonySessionId, origin: { type: 'Conference' }, voiceCallToken: token, creationTime: new Date(call.startedAt).toISOString(),
            parties: call.parties.map((one) => ({ ...partyBody(one, parameters['accountId'] ?? ''), conferenceRole: 'Host' })),
          },
        }, 201);
      },
    },
    {
      method: 'POST', template: `${session}/parties/bring-in`, group: 'Light', scope: 'CallControl',
      answer(call) {
        const { telephonySessionId, sessionId, partyId } = call.object();
        const from = telephonySessionId ?? sessionId;
        if (typeof from !== 'string') throw invalidParameter('sessionId');
        if (typeof partyId !== 'string') throw invalidParameter('partyId');
        const other = telephony.calls().find((one) => one.telephonySessionId === from || one.sessionId === from);
        const conference = telephony.call(call.parameters['telephonySessionId'] ?? '');
        const isOwn = (one: typeof other): boolean => one?.parties.some(({ extensionId }) => extensionId === call.caller.id) ?? false;
        if (!isOwn(conference)) throw notFound('telephonySessionId');
        if (!other || !isOwn(other)) throw notFound('sessionId');
        try {
          const brought = control.bringIn(conference?.telephonySessionId ?? '', { telephonySessionId: other.telephonySessionId, partyId });
          return json({ ...partyBody(brought, call.parameters['accountId'] ?? ''), conferenceRole: 'Participant' }, 201);
        } catch (error) {
          return refused(error);
        }
      },
    },
  ];
}
