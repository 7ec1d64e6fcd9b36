import type { Message, TextEnd } from './message.ts';

/** Everybody in it but this user, each once, who wrote it first. A text to oneself has oneself on the other side. */
export function othersOf({ direction, from, to, ours }: Pick<Message, 'direction' | 'from' | 'to' | 'ours'>): TextEnd[] {
  const ends = direction === 'Inbound' ? [from, ...to.filter((end) => end.number !== ours)] : to;
  const seen = new Map<string, TextEnd>();
  for (const end of ends) {
    const known = seen.get(end.number);
    if (!known || (known.name ?? '') === '') seen.set(end.number, known ? { ...known, name: end.name } : end);
  }
  return [...seen.values()];
}
