import type { Account } from '../account/account.ts';
import type { CallLog } from '../call-log/call-log.ts';
import type { CallRecording } from '../call-log/call-record.ts';
import { recordingBody } from '../call-log/record-body.ts';
import { toneFile } from '../call-log/tone.ts';
import { json } from '../http/answer.ts';
import { mediaAnswer } from '../http/media.ts';
import { notFound } from '../http/platform-error.ts';
import { accountPath, requirePermission, type Operation, type RestCall } from './operation.ts';

/** Recordings of calls and their sound (ringcentral.md 2.7): one's own, or everybody's for those who may read the company's log. */
export function recordingOperations(tools: { account: Account; callLog: CallLog; now: () => number }): Operation[] {
  const { account, callLog, now } = tools;
  const template = `${accountPath}/recording/{recordingId}`;
  const asked = ({ parameters, caller }: RestCall): CallRecording => {
    const found = callLog.recording(parameters['recordingId'] ?? '');
    if (!found) throw notFound('recordingId');
    if (!found.extensionIds.includes(caller.id)) requirePermission(caller, 'FullCompanyCallLog');
    return found.recording;
  };
  return [
    {
      method: 'GET', template, group: 'Heavy', scope: 'ReadCallRecording',
      answer(call) {
        const recording = asked(call);
        const { id, contentUri } = recordingBody(recording, { origin: call.origin, accountId: account.accountId, now: now() });
        return json({ id, contentUri, contentType: 'audio/wav', duration: recording.seconds });
      },
    },
    {
      method: 'GET', template: `${template}/content`, group: 'Heavy', scope: 'ReadCallRecording',
      answer(call) {
        const recording = asked(call);
        return mediaAnswer({ content: toneFile(recording.seconds), type: 'audio/wav', fileName: `${recording.id}.wav`, range: call.range, disposition: call.query.get('contentDisposition') });
      },
    },
  ];
}
