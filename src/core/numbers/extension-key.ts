import type { NumberKey } from './e164.ts';
import { plainNumberText } from './plain-number-text.ts';

/** RingCentral's extension numbers have at most eight digits. */
const extension = /^\d{2,8}$/;

/** Key of a colleague's extension, which stands in the phone index beside the numbers; null: the text is none. */
export function extensionKey(text: string): NumberKey | null {
  const digits = text.length > 20 ? '' : plainNumberText(text);
  return extension.test(digits) ? { number: `ext:${digits}`, extension: null } : null;
}

/** Whether a key's number is an extension. */
export const isExtension = (number: string): boolean => number.startsWith('ext:');
