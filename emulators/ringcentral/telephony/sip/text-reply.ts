/** Canned replies by their number in RC message 14; 0 is the user's own text. */
const CANNED: Record<string, string> = {
  2: 'On my way', 3: 'On the other line', 4: 'Will call you back later', 5: 'In a meeting', 6: 'On the other line, no call',
};
const UNITS: Record<string, string> = { 0: 'minutes', 1: 'hours', 2: 'days' };

/** The words that the caller of a text reply hears. @param body the attributes of `Bdy`. */
export function readTextReply(body: Record<string, string>): string {
  const type = body['RepTp'] ?? '';
  if (type === '1') {
    const when = `in ${body['Vl'] ?? ''} ${UNITS[body['Units'] ?? ''] ?? ''}`;
    return body['Dir'] === '1' ? `Call me back ${when}` : `Will call you back ${when}`;
  }
  if (type === '4' && body['Dir'] === '1') return 'Call me back later';
  return CANNED[type] ?? body['Bdy'] ?? '';
}
