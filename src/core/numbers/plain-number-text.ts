/** Code points of zero in scripts whose digits people type; the other nine follow it. */
const zeros = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810];
/** Zero-width characters and marks of writing direction: they come along from mails and chats, and nobody sees them. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function asciiDigit(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => point >= first && point < first + 10);
  return zero === undefined ? character : String(point - zero);
}

/** The same text with digits, signs and blanks of ASCII: full-width, Arabic and other digits, every kind of dash and blank, and nothing invisible. */
export const plainNumberText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\u2010-\u2015\u2212\u30fc]/g, '-')
    .replace(/[\u00b7\u2022\u2027\u30fb]/g, '.')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
