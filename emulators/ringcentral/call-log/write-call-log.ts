import type { Party, PartyEnd, Telephony, TelephonySessionEvent } from '../telephony/contract.ts';
import type { CallLog } from './call-log.ts';
import type { CallHistory, CameBy, Ended, PartyHistory } from './call-history.ts';

/** A message left in a mailbox; answers its id in the message store. */
export type LeaveVoicemail = (message: { extensionId: string; from: Omit<PartyEnd, 'deviceId'>; seconds: number }) => string;

interface Watched { party: Party; beganAt: number; answeredAt: number | null; voicemailAt: number | null; leftAt: number | null; parked: boolean }

const failures = new Set(['DestinationBlocked', 'InvalidNumber', 'InternationalDisabled', 'NotEnoughFunds', 'InternalError']);

/** Writes every call into the call log when the last of its parties has left. */
export function writeCallLog(tools: { telephony: Telephony; callLog: CallLog; leaveVoicemail: LeaveVoicemail }): { close(): void } {
  const { callLog, leaveVoicemail } = tools;
  const sessions = new Map<string, { startedAt: number; parties: Map<string, Watched> }>();

  function watch({ telephonySessionId, sessionId, eventTime, party }: TelephonySessionEvent): void {
    const session = sessions.get(telephonySessionId) ?? { startedAt: eventTime, parties: new Map<string, Watched>() };
    sessions.set(telephonySessionId, session);
    const watched = session.parties.get(party.id) ?? { party, beganAt: eventTime, answeredAt: null, voicemailAt: null, leftAt: null, parked: false };
    session.parties.set(party.id, watched);
    watched.party = party;
    if (party.code === 'Answered') watched.answeredAt ??= eventTime;
    if (party.code === 'VoiceMail') watched.voicemailAt ??= eventTime;
    watched.parked ||= party.code === 'Parked';
    if (['Disconnected', 'Gone', 'Parked'].includes(party.code)) watched.leftAt ??= eventTime;
    if ([...session.parties.values()].some(({ party: { code } }) => code !== 'Disconnected' && code !== 'Gone')) return;
    sessions.delete(telephonySessionId);
    callLog.write(historyOf({ telephonySessionId, sessionId, startedAt: session.startedAt, endedAt: eventTime }, [...session.parties.values()]));
  }

  function historyOf(call: Omit<CallHistory, 'parties'>, parties: Watched[]): CallHistory {
    const { recordingDelayMs } = callLog.settings();
    const pickedUp = parties.some(({ party }) => party.reason === 'Pickup');
    return {
      ...call,
      parties: parties.map(({ party, beganAt, answeredAt, voicemailAt, leftAt, parked }, index): PartyHistory => {
        const endedAt = leftAt ?? call.endedAt;
        const cameBy: CameBy = index < 2 ? 'call' : pickedUp ? 'pickup' : 'transfer';
        // A caller's party is Answered as soon as somebody deals with the call: that is no answer.
        const talkedFrom = index === 0 ? null : answeredAt;
        const [recorded] = party.recordings ?? [];
        return {
          partyId: party.id, ...(party.extensionId === undefined ? {} : { extensionId: party.extensionId }), direction: party.direction, from: party.from, to: party.to, cameBy,
          beganAt, answeredAt: talkedFrom, endedAt, ended: endedHow(party, talkedFrom, voicemailAt), ...(parked && { parked: true as const }),
          recording: recorded ? { id: recorded.id, type: 'OnDemand', seconds: Math.round((endedAt - (answeredAt ?? beganAt)) / 1000), appearsAt: call.endedAt + recordingDelayMs } : null,
          voicemailId: voicemailAt === null || party.extensionId === undefined ? null
            : leaveVoicemail({ extensionId: party.extensionId, from: party.from, seconds: Math.max(1, Math.round((endedAt - voicemailAt) / 1000)) }),
        };
      }),
    };
  }

  const stop = tools.telephony.onEvent(watch);
  return { close: stop };
}

function endedHow(party: Party, answeredAt: number | null, voicemailAt: number | null): Ended {
  const { reason = '' } = party;
  if (answeredAt !== null) return 'talked';
  if (voicemailAt !== null) return 'voicemail';
  if (party.missedCall) return 'missed';
  if (reason === 'CallReplied') return 'replied';
  if (reason === 'CallRedirected') return 'sent on';
  if (reason === 'TargetBusy') return 'busy';
  if (failures.has(reason)) return 'failed';
  if (reason === 'Rejected') return 'declined';
  // A phone that rang and went quiet without a word was told to.
  return party.extensionId === undefined || party.direction === 'Outbound' ? 'not answered' : 'declined';
}
