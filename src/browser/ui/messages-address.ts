/** What the address says of the Messages screen; the conversation lies in it, so that a link, a reload and the Back button find it. */
export type MessagesPlace = { kind: 'list' } | { kind: 'thread'; conversation: string } | { kind: 'new'; to: string };

export const messagesHash = '#messages';
export const threadHash = (conversation: string): string => `${messagesHash}/${encodeURIComponent(conversation)}`;
/** `to`: a number as typed, '' to choose it on the screen. */
export const newMessageHash = (to = ''): string => `${messagesHash}/to/${encodeURIComponent(to)}`;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

export function messagesPlace(hash: string): MessagesPlace {
  const rest = hash.startsWith(`${messagesHash}/`) ? hash.slice(messagesHash.length + 1) : '';
  if (rest.startsWith('to/')) return { kind: 'new', to: decoded(rest.slice(3)).slice(0, 200) };
  const conversation = decoded(rest);
  return conversation === '' ? { kind: 'list' } : { kind: 'thread', conversation };
}
