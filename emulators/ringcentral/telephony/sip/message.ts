/**
 * SIP messages as RingCentral's browser library reads and writes them: one message a text frame, header lines split at the
 * first colon and space, no folding, the last of equal names wins. Requests and responses are told apart by their start line.
 */

export type Headers = [name: string, value: string][];

export interface SipRequest { kind: 'request'; method: string; uri: string; headers: Headers; body: string }
export interface SipResponse { kind: 'response'; status: number; reason: string; headers: Headers; body: string }
export type SipMessage = SipRequest | SipResponse;

/** The last header of that name, in any spelling. */
export function headerOf(message: { headers: Headers }, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return message.headers.findLast(([known]) => known.toLowerCase() === wanted)?.[1];
}

/** `{number, method}` of the CSeq header; undefined when it is missing or malformed. */
export function cseqOf(message: { headers: Headers }): { number: number; method: string } | undefined {
  const match = /^\s*(\d{1,10})\s+([A-Z]+)\s*$/.exec(headerOf(message, 'CSeq') ?? '');
  return match ? { number: Number(match[1]), method: match[2] ?? '' } : undefined;
}

/** null for anything that is not a SIP message with the headers which every answer needs. */
export function readMessage(text: string): SipMessage | null {
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  const body = end < 0 ? '' : text.slice(end + 4);
  const [start = '', ...lines] = head.split('\r\n');
  const headers: Headers = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  const message = startLine(start, headers, body);
  const whole = message && cseqOf(message) && ['Via', 'From', 'To', 'Call-Id'].every((name) => headerOf(message, name) !== undefined);
  return whole ? message : null;
}

function startLine(start: string, headers: Headers, body: string): SipMessage | null {
  const response = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(start);
  if (response) return { kind: 'response', status: Number(response[1]), reason: response[2] ?? '', headers, body };
  const request = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(start);
  return request ? { kind: 'request', method: request[1] ?? '', uri: request[2] ?? '', headers, body } : null;
}

/**
 * A value that survives the library's parser: no line break could start a header of its own, and no colon followed by a
 * space could cut the value short there.
 */
const safeValue = (value: string): string => value.replace(/[\r\n\0]+/g, ' ').replace(/:(?=\s)\s+/g, ':');

export function writeMessage(message: SipMessage): string {
  const start = message.kind === 'request'
    ? `${message.method} ${message.uri} SIP/2.0`
    : `SIP/2.0 ${message.status} ${message.reason}`;
  const length: [string, string] = ['Content-Length', String(Buffer.byteLength(message.body))];
  const lines = [...message.headers, length].map(([name, value]) => `${name}: ${safeValue(value)}`);
  return [start, ...lines, '', message.body].join('\r\n');
}
