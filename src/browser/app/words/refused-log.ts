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
