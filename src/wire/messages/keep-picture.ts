import * as v from 'valibot';

/**
 * Bytes of the largest picture that is kept. NetSuite takes texts of ten million characters (facts of N/file and of a request's
 * body), and bytes grow by a third when they are written as text. A picture in a text of RingCentral's has 1.5 MB at most.
 */
export const largestPicture = 7_000_000;

const id = v.pipe(v.string(), v.maxLength(40), v.regex(/^\d+$/));

/** service Suitelet, action keep-picture: one attachment of a message whose record is there already. */
export const KeepPicture = v.object({
  messageId: id,
  extensionId: id,
  attachmentId: id,
  /** The bytes, base64. */
  contents: v.pipe(v.string(), v.minLength(4), v.maxLength(Math.ceil(largestPicture / 3) * 4), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});
export type KeepPicture = v.InferOutput<typeof KeepPicture>;

/** false: there is no record of this message (any more), so nothing is kept. */
export const PictureKept = v.object({ kept: v.boolean() });
