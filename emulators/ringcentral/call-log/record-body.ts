import type { PartyEnd } from '../telephony/contract.ts';
import { modifiedAt, type CallLeg, type CallRecord, type CallRecording } from './call-record.ts';

export interface RecordAddresses { origin: string; accountId: string; now: number }
export type View = 'Simple' | 'Detailed';

const resource = ({ origin, accountId }: RecordAddresses, path: string): string => `${origin}/restapi/v1.0/account/${accountId}/${path}`;
const instant = (at: number): string => new Date(at).toISOString();

/** `{id, uri, type, contentUri}`; content is served on this host too, the real service has another one for media. */
export const recordingBody = (recording: CallRecording, where: RecordAddresses): { id: string; uri: string; type: string; contentUri: string } => {
  const uri = resource(where, `recording/${recording.id}`);
  return { id: recording.id, uri, type: recording.type, contentUri: `${uri}/content` };
};

/** Names and ids are known of our own people; of others the number, and its place instead of a name. */
function endBody({ phoneNumber, extensionNumber, extensionId, name }: PartyEnd): object {
  return {
    ...(phoneNumber === undefined ? {} : { phoneNumber }), ...(extensionNumber === undefined ? {} : { extensionNumber }),
    ...(extensionId === undefined ? {} : { extensionId }), ...(name === undefined ? {} : { name }),
  };
}

function legBody(leg: CallLeg, telephonySessionId: string | undefined, where: RecordAddresses): object {
  const { recording, voicemailId, extensionId } = leg;
  const user = { uri: resource(where, `extension/${extensionId}`), id: Number(extensionId) };
  return {
    extension: user, ...(telephonySessionId === undefined ? {} : { telephonySessionId, partyId: leg.partyId }), transport: leg.transport,
    from: endBody(leg.from), to: endBody(leg.to), type: 'Voice', direction: leg.direction, action: leg.action, result: leg.result, reason: leg.reason,
    startTime: instant(leg.startedAt), duration: Math.floor(leg.durationMs / 1000), durationMs: leg.durationMs,
    ...(recording && recording.appearsAt <= where.now ? { recording: recordingBody(recording, where) } : {}),
    ...(voicemailId === null ? {} : { message: { id: voicemailId, type: 'VoiceMail', uri: `${user.uri}/message-store/${voicemailId}` } }),
  };
}

/** A record as REST tells it (ringcentral.md 2.7). */
export function recordBody(record: CallRecord, view: View, where: RecordAddresses): object {
  const { legs: [master], telephonySessionId } = record;
  const path = record.companyWide ? 'call-log' : `extension/${master.extensionId}/call-log`;
  const recording = record.legs.find((leg) => leg.recording && leg.recording.appearsAt <= where.now)?.recording ?? null;
  const voicemailId = record.legs.find((leg) => leg.voicemailId !== null)?.voicemailId ?? null;
  return {
    id: record.id, uri: `${resource(where, path)}/${record.id}?view=${view}`, sessionId: record.sessionId,
    ...legBody({ ...master, result: record.result, reason: record.reason, durationMs: record.durationMs, recording, voicemailId }, telephonySessionId, where),
    ...(view === 'Detailed' ? {
      lastModifiedTime: instant(modifiedAt(record, where.now)),
      legs: record.legs.map((leg, index) => ({ ...legBody(leg, telephonySessionId, where), legType: leg.legType, ...(index === 0 ? { master: true } : {}) })),
    } : {}),
  };
}
