import type { CallHistory, Ended, PartyHistory } from './call-history.ts';
import type { CallAction, CallLeg, CallRecord, CallResult, LegType } from './call-record.ts';

/** How the log is written where the real service is not known. */
export interface LogStyle {
  /** A call between two users: a record each, or one with both legs. */
  internalCalls: 'one record each' | 'one record';
  /** What a duration counts from when people talked; where nobody did, it is the whole time. */
  durationFrom: 'answer' | 'start';
}

const inboundResults: Record<Ended, CallResult> = {
  talked: 'Accepted', voicemail: 'Voicemail', missed: 'Missed', declined: 'Rejected', replied: 'Reply', 'sent on': 'Accepted', 'answered elsewhere': 'Answered Elsewhere',
  busy: 'Busy', failed: 'Call Failed', 'not answered': 'Missed',
};
const outboundResults: Record<Ended, CallResult> = {
  ...inboundResults, talked: 'Call connected', declined: 'No Answer', missed: 'No Answer', 'not answered': 'Hang Up',
};
const reasons: Partial<Record<CallResult, string>> = {
  Accepted: 'Accepted', 'Call connected': 'Connected', Missed: 'No Answer', 'No Answer': 'No Answer', 'Hang Up': 'Hang Up', Busy: 'Line Busy', 'Call Failed': 'Failed Try Again', Rejected: 'Calls Not Accepted',
};
const reasonOf = (result: CallResult): string => reasons[result] ?? 'Unknown';

/** Of several legs the one that says how the call as a whole went. */
const order: CallResult[] = ['Accepted', 'Call connected', 'Voicemail', 'Reply', 'Rejected', 'Missed', 'Hang Up', 'No Answer', 'Busy', 'Call Failed', 'Answered Elsewhere'];

/**
 * What the call log says of a call: the company's record with a leg for every party of ours, and for every other user who took part a record of
 * that user's log alone.
 */
export function recordsOfCall(history: CallHistory, style: LogStyle, appearsAt: number): CallRecord[] {
  const [caller] = history.parties;
  const internal = caller?.extensionId !== undefined && history.parties[1]?.extensionId !== undefined && history.queue === undefined;
  const legs = legsOf(history, style);
  const groups = internal && style.internalCalls === 'one record each'
    ? [legs.filter(({ partyId }) => partyId === caller.partyId), legs.filter(({ partyId }) => partyId !== caller.partyId)] : [legs];
  return groups.flatMap((group, at): CallRecord[] => {
    const [master, ...others] = group;
    if (!master) return [];
    const record = (id: string, companyWide: boolean, own: [CallLeg, ...CallLeg[]]): CallRecord => {
      // The caller's own leg says it all; a call from outside went as well as the best of those whom it reached.
      const best = own[0].direction === 'Outbound' ? own[0] : own.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))[0] ?? own[0];
      const endedAt = Math.max(...own.map(({ startedAt, durationMs }) => startedAt + durationMs));
      return {
        id, sessionId: history.sessionId, telephonySessionId: history.telephonySessionId, companyWide, appearsAt, legs: own,
        result: best.result, reason: best.reason, durationMs: own.length === 1 ? best.durationMs : Math.max(best.durationMs, endedAt - best.startedAt),
      };
    };
    const companys = record(`${history.sessionId}${at + 1}0`, true, [master, ...others]);
    const usersOwn = [...new Set(group.map(({ extensionId }) => extensionId))].filter((id) => id !== master.extensionId).flatMap((id, index) => {
      const [first, ...more] = group.filter(({ extensionId }) => extensionId === id);
      return first ? [record(`${history.sessionId}${at + 1}${index + 1}`, false, [first, ...more])] : [];
    });
    return [companys, ...usersOwn];
  });
}

function legsOf(history: CallHistory, style: LogStyle): CallLeg[] {
  const { parties, queue } = history;
  const [caller] = parties;
  if (!caller) return [];
  const outside = (party: PartyHistory): boolean => party.extensionId === undefined;
  const legs: CallLeg[] = [];
  if (queue) {
    const taken = parties.find(({ cameBy, answeredAt }) => cameBy === 'queue' && answeredAt !== null);
    const message = parties.find(({ voicemailId }) => voicemailId !== null);
    legs.push({
      ...legOf({ ...caller, partyId: `${caller.partyId}q`, extensionId: queue.extensionId, answeredAt: taken?.answeredAt ?? null, ended: taken ? 'talked' : message ? 'voicemail' : 'missed', voicemailId: message?.voicemailId ?? null, recording: null }, style, 'Inbound'),
      legType: 'Accept',
    });
  }
  let lastUser = caller.extensionId ?? parties[1]?.extensionId ?? queue?.extensionId ?? '';
  parties.forEach((party, index) => {
    if (!outside(party)) {
      lastUser = party.extensionId ?? lastUser;
      const leg = index === 0 ? callersLeg(party, parties, style) : legOf(party, style, 'Inbound');
      legs.push(leg);
      if (party.parked) legs.push({ ...leg, legType: 'CallPark', action: 'Call Park', startedAt: party.endedAt, durationMs: 0, recording: null, voicemailId: null });
    } else if (index > 0 && party.cameBy !== 'call') {
      legs.push(legOf({ ...party, extensionId: lastUser }, style, 'Outbound'));
    }
  });
  return legs;
}

/** Whoever calls talks as soon as somebody answers; before that, the other side says how it ended. */
function callersLeg(party: PartyHistory, parties: PartyHistory[], style: LogStyle): CallLeg {
  const answers = parties.slice(1).flatMap(({ answeredAt }) => answeredAt ?? []);
  const answeredAt = answers.length > 0 ? Math.min(...answers) : null;
  const other = parties[1]?.ended ?? 'not answered';
  const ended: Ended = answeredAt !== null ? 'talked' : other === 'talked' || other === 'not answered' ? 'not answered' : other;
  return legOf({ ...party, answeredAt, ended }, style, 'Outbound');
}

function legOf(party: PartyHistory, style: LogStyle, direction: CallLeg['direction']): CallLeg {
  const { from, to, partyId, recording, voicemailId } = party;
  const result = (direction === 'Inbound' ? inboundResults : outboundResults)[party.ended];
  const internal = from.extensionId !== undefined && to.extensionId !== undefined;
  const [legType, action] = kindOf(party, direction, internal);
  return {
    legType, action, direction, result, reason: reasonOf(result), from, to, partyId, recording, voicemailId,
    extensionId: party.extensionId ?? '', transport: internal || direction === 'Outbound' ? 'VoIP' : 'PSTN',
    startedAt: party.beganAt,
    durationMs: party.endedAt - (party.answeredAt !== null && style.durationFrom === 'answer' ? party.answeredAt : party.beganAt),
  };
}

function kindOf({ cameBy }: PartyHistory, direction: CallLeg['direction'], internal: boolean): [LegType, CallAction] {
  switch (cameBy) {
    case 'transfer': return ['TransferCall', 'Transfer'];
    case 'find-me': return ['FindMe', 'FindMe'];
    case 'pickup': return ['Pickup', 'Pickup'];
    case 'queue': return ['Hunting', 'Hunting'];
    case 'call': return internal ? ['ExtensionToExtension', direction === 'Inbound' ? 'Phone Call' : 'VoIP Call'] : direction === 'Inbound' ? ['PstnToSip', 'Phone Call'] : ['SipToPstnUnmetered', 'VoIP Call'];
  }
}
