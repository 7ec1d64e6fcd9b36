/** What the line dials. */
export interface Dialable {
  /** Digits, with a leading + or a star code as typed. */
  dial: string;
  /** Keys to send once somebody answers; null without. */
  extension: string | null;
}

const longestText = 60;
/** An E.164 number has at most 15 digits; an international prefix in front of it adds up to five. */
const mostDigits = 20;
const extensionTail = /\s*(?:;\s*ext\s*=|\bextension\b|\bextn\b|\bext\b\.?|x|#|,|;)\s*:?\.?\s*(\d{1,10})\s*#?$/i;
/** Zero-width characters and marks of writing direction: they come along from mails and chats, and nobody sees them. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** A word in a number stands in a full one; anything shorter is a remark behind a short number. */
const fewestWithLetters = 10;
const letterKeys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

const keyOf = (letter: string): string => String(letterKeys.findIndex((letters) => letters.includes(letter.toLowerCase())) + 2);

/**
 * Makes typed or pasted text dialable, in any style: `(650) 555-0100 x12`, `tel:+44 (0)20 7946 0958`, `650.555.0100#12`,
 * `1-800-FLOWERS`, `101`, `*67 650 555 0100`. null: there is nothing to dial in it.
 */
export function dialable(text: string): Dialable | null {
  const typed = text.replace(invisible, '').trim().replace(/^(?:tel|sip|callto):/i, '').trim();
  if (typed === '' || typed.length > longestText) return null;
  const tail = extensionTail.exec(typed);
  const before = tail ? typed.slice(0, tail.index) : typed;
  const main = before.startsWith('+') ? before.replace(/\(\s*0\s*\)/, '') : before;
  if (!/^[\s+*#\d()./\-\u2010-\u2015\u00a0a-z]+$/i.test(main)) return null;
  // Letters count only behind a prefix of digits, as in 1-800-FLOWERS; a name is not a number.
  if (/[a-z]/i.test(main) && !/^\D*\d[\s\-.()]*\d{2}[^a-z]*[a-z]+[a-z\-\s]*$/i.test(main)) return null;
  const keys = main.replace(/[a-z]/gi, keyOf).replace(/[^\d+*#]/g, '');
  if (!/^\+?[\d*#]+$/.test(keys)) return null;
  const digits = keys.replace(/\D/g, '').length;
  if (digits < (/[a-z]/i.test(main) ? fewestWithLetters : 1) || digits > mostDigits) return null;
  return { dial: keys, extension: tail?.[1] ?? null };
}
