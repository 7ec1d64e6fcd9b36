import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Digest authentication as the library does it (RFC 2617 without qop, MD5). */

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** The nonce must not come first: the library looks for `, nonce="`. */
export const challenge = (realm: string, nonce: string): string => `Digest realm="${realm}", nonce="${nonce}"`;

export const newNonce = (): string => randomBytes(16).toString('hex');

export interface Authorization { username: string; nonce: string; uri: string; response: string }

/** undefined when a field is missing. */
export function readAuthorization(header: string | undefined): Authorization | undefined {
  const field = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(header ?? '')?.[1];
  const [username, nonce, uri, response] = [field('username'), field('nonce'), field('uri'), field('response')];
  return username !== undefined && nonce !== undefined && uri !== undefined && response !== undefined
    ? { username, nonce, uri, response } : undefined;
}

export function answersChallenge(authorization: Authorization, secret: { realm: string; password: string; method: string }): boolean {
  const ha1 = md5(`${authorization.username}:${secret.realm}:${secret.password}`);
  const ha2 = md5(`${secret.method}:${authorization.uri}`);
  const expected = Buffer.from(md5(`${ha1}:${authorization.nonce}:${ha2}`));
  const given = Buffer.from(authorization.response.toLowerCase());
  return expected.length === given.length && timingSafeEqual(expected, given);
}
