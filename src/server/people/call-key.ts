import runtime = require('N/runtime');
import { numberKey, type NumberKey } from '../../core/numbers/e164.ts';
import { extensionKey } from '../../core/numbers/extension-key.ts';

/** Under which key the other side of a call stands in the index: its number, or a colleague's extension. null: neither (a withheld number, a star code). */
export const callKey = (number: string): NumberKey | null => numberKey(number, String(runtime.country)) ?? extensionKey(number);
