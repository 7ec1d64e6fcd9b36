import type { RefusedPicture } from '../../../wire/line/texts.ts';
import type { RefusedLog } from '../../../wire/line/unsent.ts';
import { errorWords } from './netsuite.ts';

export const refusedTitle = 'Not saved in NetSuite';
export const tryAgain = 'Try again';
export const correct = 'Correct';
export const discard = 'Discard';
export const keep = 'Keep it';
export const sendCorrected = 'Send corrected';
export const putTogether = 'Put together';
export const theirNotes = 'In NetSuite';
export const yourNotes = 'Yours';
export const notesDiscardConsequence = 'What stands in NetSuite stays.';
export const notesDiscardQuestion = (what: string): string => `Discard your notes of ${what}?`;
export const withoutPerson = 'Without the link to the person';
export const withoutDisposition = 'Without the disposition';
export const discardQuestion = (what: string): string => `Discard the log of ${what}?`;
export const discardConsequence = 'It is deleted from this browser with its notes, and NetSuite never gets it.';
export const pictureDiscardQuestion = 'Do without this picture in NetSuite?';
export const pictureDiscardConsequence = 'Its address at RingCentral stays in the message’s record.';
export const andMore = (count: number): string => `And ${count} more, shown when these are dealt with.`;

/** Why NetSuite did not take a log, and whose move it is. */
export function refusedReason({ kind, code, detail }: Pick<RefusedLog, 'kind' | 'code' | 'detail'>): string {
  const what = kind === 'call' ? 'call' : 'message';
  switch (code) {
    case 'NOT_YOURS': return `The record of this ${what} belongs to another user. Your administrator can settle that in NetSuite.`;
    case 'CONFLICT': return 'Somebody changed these notes in NetSuite while you wrote yours, and the two do not go together. Everything else of the call is saved.';
    case 'FORBIDDEN': return kind === 'text' ? 'Your role may not save messages. Ask your administrator to add it to the permissions of the record type RingCentral Message, then try again.' : 'Your role may not save phone calls. Ask your administrator for the permission, then try again.';
    case 'TOO_LARGE': return detail === 'notes.text' ? 'The notes are too long. Shorten them and send it again.' : `Too long for NetSuite: ${detail}.`;
    case 'BAD_REQUEST': return `NetSuite could not read this: ${detail}. Tell your administrator; it is kept here.`;
    case 'NETSUITE': return `NetSuite refused it with an error of its own (${detail}). Often a field is required, or a script of your company forbids it.`;
    default: return errorWords[code];
  }
}

/** Why a picture is no file in NetSuite, and whose move it is. */
export function refusedPictureReason({ why, detail }: Pick<RefusedPicture, 'why' | 'detail'>): string {
  switch (why) {
    case 'gone': return 'RingCentral does not have this picture any more. NetSuite keeps its address alone.';
    case 'not-given': return `RingCentral does not give this picture to your phone (${detail}). Ask your RingCentral administrator whether you may read messages, then try again.`;
    case 'TOO_LARGE': return 'This picture is too large for NetSuite. Its address at RingCentral is kept.';
    case 'NOT_YOURS': return 'The record of its message belongs to another user. Your administrator can settle that in NetSuite.';
    case 'NOT_SET_UP': return 'The folder for pictures is gone from the File Cabinet. An administrator makes a new one by saving Settings > Company > Logging > Pictures of texts; then try again.';
    case 'FORBIDDEN': return `The role RingCentral Service may not save pictures in NetSuite (${detail}). Ask your administrator, then try again.`;
    case 'NETSUITE': return `NetSuite refused it with an error of its own${detail === '' ? '' : ` (${detail})`}. Tell your administrator; it is kept here.`;
    case 'BAD_REQUEST': return `The message’s record in NetSuite does not name this picture (${detail}). Its address at RingCentral is kept.`;
    default: return errorWords[why];
  }
}
