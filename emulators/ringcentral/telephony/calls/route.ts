import type { Directory, Extension } from '../contract.ts';

/** The simulated account is in North America: ten digits get its country code. */
const COUNTRY_CODE = '1';
const LONGEST_E164 = 15;

export type Destination =
  | { is: 'extension'; extension: Extension; dialled: string }
  | { is: 'outside'; e164: string }
  | { is: 'unassigned' }
  /** A parked call: `*801`, or somebody's private place `prk<extension id>`. */
  | { is: 'orbit'; orbit: string }
  | { is: 'conference'; token: string }
  /** Other feature codes: named, not emulated. */
  | { is: 'feature'; what: string };

/** Where a dialled string leads. @param dialled what stands between `sip:` and `@` in the request line. */
export function route(dialled: string, directory: Directory): Destination {
  const text = decoded(dialled);
  if (/^(\*8\d\d|prk\d+)$/i.test(text)) return { is: 'orbit', orbit: text.toLowerCase() };
  if (/^conf_\w+$/i.test(text)) return { is: 'conference', token: text };
  if (/^(\*|prk|gcp|conf_)/i.test(text)) return { is: 'feature', what: `call to ${/^(\*|[a-z]+)/i.exec(text)?.[0] ?? ''}` };
  if (!/^\+?[\d\s().-]+$/.test(text)) return { is: 'unassigned' };
  const digits = text.replace(/\D/g, '');
  const byExtension = text.startsWith('+') ? undefined : directory.byExtensionNumber(digits);
  if (byExtension) return { is: 'extension', extension: byExtension, dialled: digits };
  if (digits.length < 3 || digits.length > LONGEST_E164) return { is: 'unassigned' };
  const e164 = `+${!text.startsWith('+') && digits.length === 10 ? COUNTRY_CODE : ''}${digits}`;
  const own = directory.byPhoneNumber(e164);
  return own ? { is: 'extension', extension: own, dialled: e164 } : { is: 'outside', e164 };
}

function decoded(dialled: string): string {
  try {
    return decodeURIComponent(dialled);
  } catch {
    return dialled;
  }
}

/** The caller ID: the number asked for, if it is one of the extension's own or the company's, else the first of its own. */
export function callerNumber(extension: Extension, asked: string | undefined, mainNumber: string): string {
  const own = [...extension.phoneNumbers, mainNumber];
  const wanted = asked === undefined ? undefined : own.find((number) => number === asked || number === `+${asked}`);
  return wanted ?? own[0] ?? mainNumber;
}
