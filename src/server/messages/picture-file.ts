import file = require('N/file');

/** A type that files have and public scripts give them, although the list of N/file leaves it out. */
const binary = 'MISCBINARY';
type Kind = readonly [extension: string, type: keyof typeof file.Type | typeof binary];
const unknownKind: Kind = ['bin', binary];

/**
 * How a file of each media type is named and kept. Decided here and never by a sender: nothing is among them that a browser would run
 * as a page or a script of NetSuite's origin. N/file has no type for some; they are binary files under a name that people's computers know.
 */
const kinds: Readonly<Record<string, Kind>> = {
  'image/jpeg': ['jpg', 'JPGIMAGE'],
  'image/jpg': ['jpg', 'JPGIMAGE'],
  'image/png': ['png', 'PNGIMAGE'],
  'image/gif': ['gif', 'GIFIMAGE'],
  'image/bmp': ['bmp', 'BMPIMAGE'],
  'image/tiff': ['tif', 'TIFFIMAGE'],
  'image/webp': ['webp', binary],
  'image/heic': ['heic', binary],
  'application/pdf': ['pdf', 'PDF'],
  'audio/mpeg': ['mp3', 'MP3'],
  'audio/wav': ['wav', binary],
  'audio/amr': ['amr', binary],
  'video/mpeg': ['mpg', 'MPEGMOVIE'],
  'video/quicktime': ['mov', 'QUICKTIME'],
  'video/mp4': ['mp4', binary],
  'video/3gpp': ['3gp', binary],
  'text/vcard': ['vcf', binary],
  'text/x-vcard': ['vcf', binary],
};

export interface PictureName { extensionId: string; messageId: string; attachmentId: string }

/**
 * Writes the file of an attachment and answers its id and address. 30 units. Named after the attachment: a file of that name in the
 * same folder is replaced and keeps its id (common practice, documented for copies alone), so that it may be written twice.
 * Throws NetSuite's own refusals: INVALID_KEY_OR_REF where the folder is gone.
 */
export function writePicture({ extensionId, messageId, attachmentId }: PictureName, mediaType: string, contents: string, folder: number): { id: number; address: string } {
  const [extension, type] = Object.hasOwn(kinds, mediaType) ? (kinds[mediaType] ?? unknownKind) : unknownKind;
  const written = file.create({ name: `${extensionId}-${messageId}-${attachmentId}.${extension}`, fileType: type === binary ? (binary as unknown as file.Type) : file.Type[type], contents, folder, isOnline: false });
  const id = written.save();
  return { id, address: file.load({ id }).url };
}
