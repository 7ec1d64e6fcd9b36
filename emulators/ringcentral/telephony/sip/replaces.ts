/** The Replaces of RFC 3891: names a dialog by Call-ID and both tags, `to` being that of whoever receives the header. */
export interface Replaces { callId: string; toTag: string; fromTag: string; earlyOnly: boolean }

/** undefined for anything else. */
export function readReplaces(value: string | undefined): Replaces | undefined {
  const [callId, ...parameters] = (value ?? '').split(';').map((part) => part.trim());
  const parameter = (name: string): string | undefined => parameters.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const [toTag, fromTag] = [parameter('to-tag'), parameter('from-tag')];
  if (!callId || toTag === undefined || fromTag === undefined) return undefined;
  return { callId, toTag, fromTag, earlyOnly: parameters.some((one) => one.toLowerCase() === 'early-only') };
}

/**
 * Two compositions are published, and which the service takes is not known (ringcentral.md 4.10):
 * `call-id`: Call-ID of the leg, to-tag the server's tag, from-tag the device's;
 * `session-id`: the telephony session's id, to-tag and from-tag as `toTag` and `fromTag` stand in presence, the other way round.
 */
export type ReplacesComposition = 'call-id' | 'session-id';

/** Where a REFER sends the other side: the target, and the dialog that it is to take the place of. */
export interface Referral { target: string; replaces: Replaces | null }

/** Reads Refer-To: `sip:target@domain`, or `<sip:target@domain?Replaces=…>` percent-encoded. undefined when it names nobody. */
export function readReferTo(value: string | undefined): Referral | undefined {
  const target = /sips?:([^@>;?]+)@/i.exec((value ?? '').replace(/^\s*"(?:[^"\\]|\\.)*"/, ''))?.[1];
  if (target === undefined) return undefined;
  const encoded = /[?&]Replaces=([^&>]+)/i.exec(value ?? '')?.[1];
  if (encoded === undefined) return { target, replaces: null };
  try {
    const replaces = readReplaces(decodeURIComponent(encoded));
    return replaces && { target, replaces };
  } catch {
    return undefined;
  }
}
