import record = require('N/record');
import type { KeepPicture } from '../../wire/messages/keep-picture.ts';
import { errorName } from '../netsuite/error-name.ts';
import { message as ids } from '../netsuite/ids.ts';
import { Refused } from '../refused.ts';
import { picturesOf } from '../settings/pictures.ts';
import { loadSettings } from '../settings/settings-record.ts';
import { isOfAttachment, readAttachmentLine, withFile, type AttachmentLine } from './attachment-line.ts';
import { findPictureMessage } from './find-picture-message.ts';
import { writePicture } from './picture-file.ts';

const mostTries = 3;

export interface KeepPictureTools {
  /** Who is asking. */
  user: number;
  /** Scheme and host that the file's address is to be opened with. */
  origin: string;
}

/**
 * Keeps one attachment of a message as a file: written first, then listed on every phone call with the text, and last the message's
 * record says where it is. That is the sign that all is done: killed before, or asked by two at once, the next try does it again
 * over the same file. false: there is no such message. Settings 12, look-up 20, record 2, file 30, 10 for each phone call (50 at
 * most), record 6, in a race 12 more: 582 units in the worst case.
 */
export function keepPicture(picture: KeepPicture, { user, origin }: KeepPictureTools): boolean {
  const pictures = picturesOf(loadSettings());
  if (pictures.keeping !== 'files') throw new Refused('NOT_SET_UP', 'pictures');
  if (pictures.folder === null) throw new Refused('NOT_SET_UP', 'folder');
  const found = findPictureMessage(picture.extensionId, picture.messageId);
  if (found === null) return false;
  if (!found.owners.includes(user)) throw new Refused('NOT_YOURS', 'message');
  const { said } = attachmentOf(loadMessage(found.record), picture.attachmentId);
  if (said.file !== null) return true;
  const written = write(picture, said.type, pictures.folder);
  for (const call of found.calls) record.attach({ record: { type: 'file', id: written.id }, to: { type: record.Type.PHONE_CALL, id: call } });
  nameFile(found.record, picture.attachmentId, origin + written.address);
  return true;
}

const loadMessage = (id: number): record.Record => record.load({ type: ids.type, id });

/** The line of the message's record about this attachment; a picture that it does not name is nobody's to add. */
function attachmentOf(row: record.Record, attachmentId: string): { line: string; said: AttachmentLine } {
  for (const line of String(row.getValue({ fieldId: ids.attachments }) ?? '').split('\n')) {
    const said = readAttachmentLine(line.trim());
    if (said && isOfAttachment(said, attachmentId)) return { line, said };
  }
  throw new Refused('BAD_REQUEST', 'attachmentId');
}

function write(picture: KeepPicture, mediaType: string, folder: number): { id: number; address: string } {
  try {
    return writePicture(picture, mediaType, picture.contents, folder);
  } catch (failure) {
    if (errorName(failure) === 'INVALID_KEY_OR_REF') throw new Refused('NOT_SET_UP', 'folder');
    throw failure;
  }
}

function nameFile(id: number, attachmentId: string, address: string): void {
  for (let tries = 1; ; tries++) {
    try {
      const row = loadMessage(id);
      const { line, said } = attachmentOf(row, attachmentId);
      if (said.file !== null) return;
      const lines = String(row.getValue({ fieldId: ids.attachments }) ?? '').split('\n');
      row.setValue({ fieldId: ids.attachments, value: lines.map((each) => (each === line ? withFile(line.trim(), address) : each)).join('\n') });
      row.save();
      return;
    } catch (failure) {
      if (errorName(failure) !== 'RCRD_HAS_BEEN_CHANGED' || tries === mostTries) throw failure;
    }
  }
}
