import { json } from '../http/answer.ts';
import { invalidParameter } from '../http/platform-error.ts';
import type { Operation } from './operation.ts';

/** Strings in one request, and characters of each. */
const mostStrings = 64;
const longestString = 64;

/** E.164 of a number typed by somebody in the United States, where every user of the simulated company is; undefined: no number of the public network. */
function e164Of(typed: string): string | undefined {
  const keys = typed.replace(/\(0\)/g, '').replace(/[\s().\-/]/g, '').replace(/^(00|011)/, '+');
  const number = /^[2-9]\d{9}$/.test(keys) ? `+1${keys}` : /^1[2-9]\d{9}$/.test(keys) ? `+${keys}` : keys;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** Numbers as people type them, read by RingCentral (ringcentral.md 2.4). */
export function numberParserOperation(): Operation {
  return {
    method: 'POST', template: '/restapi/v1.0/number-parser/parse', group: 'Light',
    answer(call) {
      const { originalStrings } = call.object();
      if (!Array.isArray(originalStrings) || originalStrings.length > mostStrings || !originalStrings.every((one) => typeof one === 'string' && one.length <= longestString)) throw invalidParameter('originalStrings');
      return json({
        uri: `${call.origin}/restapi/v1.0/number-parser/parse`, homeCountry: { id: '1', isoCode: 'US', callingCode: '1', name: 'United States' },
        phoneNumbers: (originalStrings as string[]).map((originalString) => {
          const e164 = e164Of(originalString);
          return { originalString, special: false, ...(e164 === undefined ? {} : { e164, dialable: e164, normalized: e164.slice(1) }) };
        }),
      });
    },
  };
}
