/** NetSuite's message field holds about 4,000 bytes; the whole notes stand in a field of our own. */
export const longestMessageBytes = 3_900;

export const ellipsis = '…';

const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** UTF-8 length; there is no TextEncoder in NetSuite. */
export const utf8Bytes = (text: string): number => Array.from(text).reduce((sum, character) => sum + bytesOf(character.codePointAt(0) ?? 0), 0);

/** As much of the text as fits, never breaking a character; what is cut ends in an ellipsis. */
export function cutToBytes(text: string, limit: number): string {
  if (text.length * 3 <= limit || utf8Bytes(text) <= limit) return text;
  let bytes = utf8Bytes(ellipsis);
  let end = 0;
  for (const character of text) {
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > limit) break;
    end += character.length;
  }
  return text.slice(0, end) + ellipsis;
}
