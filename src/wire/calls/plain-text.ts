/**
 * Text as a database keeps it: half a character (an emoji cut in two) and control characters come back from a record as
 * something else, and would pass for a person's edit from then on. Line breaks and tabs stay.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''));
