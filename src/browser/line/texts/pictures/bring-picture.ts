import { KeepPicture, largestPicture, PictureKept } from '../../../../wire/messages/keep-picture.ts';
import type { NetSuiteClient } from '../../../netsuite/client.ts';
import { outcomeOf, type PictureOutcome } from './picture-outcome.ts';
import type { Picture } from './picture.ts';

export interface BringPictureTools {
  /** A file of RingCentral's by its address. Throws RestFailure. */
  download(url: string): Promise<{ bytes: ArrayBuffer }>;
  netsuite: Pick<NetSuiteClient, 'changeService'>;
}

/** Characters made at once: more arguments than that a function does not take everywhere. */
const pieceBytes = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += pieceBytes) text += String.fromCharCode(...bytes.subarray(start, start + pieceBytes));
  return btoa(text);
}

const tooLarge: PictureOutcome = { is: 'refused', refusal: { why: 'TOO_LARGE', detail: '' } };

/** Fetches a picture from RingCentral with this user's token, which NetSuite has not, and hands it to NetSuite. Never throws. */
export async function bringPicture({ messageId, extensionId, attachmentId, url, size }: Picture, { download, netsuite }: BringPictureTools): Promise<PictureOutcome> {
  if (size !== null && size > largestPicture) return tooLarge;
  try {
    const { bytes } = await download(url);
    if (bytes.byteLength === 0) return { is: 'refused', refusal: { why: 'gone', detail: '' } };
    if (bytes.byteLength > largestPicture) return tooLarge;
    await netsuite.changeService('keep-picture', { messageId, extensionId, attachmentId, contents: base64(new Uint8Array(bytes)) } satisfies KeepPicture, PictureKept);
    return { is: 'settled' };
  } catch (failure) {
    return outcomeOf(failure);
  }
}
