import { randomBytes } from 'node:crypto';

/** Reading and writing of `"Name" <sip:user@host>;tag=…`. */

export const uriOf = (address: string): string | undefined => /<(sips?:[^>]+)>/i.exec(address)?.[1];

/** What stands between `sip:` and `@`. */
export const userOf = (addressOrUri: string): string | undefined => /sips?:([^@>;]+)@/i.exec(addressOrUri)?.[1];

export const tagOf = (address: string): string | undefined => /;tag=([^;>\s]+)/.exec(address)?.[1];

export const withTag = (address: string, tag: string): string => (tagOf(address) ? address : `${address};tag=${tag}`);

/**
 * A display name as a quoted string (RFC 3261, 25.1). Clients look for the number with the first `<sip:…@` they see, inside
 * quotes or not, so a name never keeps angle brackets.
 */
export function quotedName(name: string): string {
  const plain = [...name].filter((character) => character >= ' ' && character !== '<' && character !== '>' && character !== '\u007f').join('');
  return `"${plain.replace(/[\\"]/g, '\\$&')}"`;
}

export const nameAddress = (name: string | undefined, user: string, domain: string): string =>
  `${quotedName(name ?? user)} <sip:${user}@${domain}>`;

export const newTag = (): string => randomBytes(8).toString('hex');
