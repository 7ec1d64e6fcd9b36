import { deliveries, type Attachment, type Message, type TextEnd } from './message.ts';

const byText = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
const longer = (a: string, b: string): string => (byText(a, b) >= 0 ? a : b);
const known = (a: string | null, b: string | null): string | null => (a === null ? b : b === null ? a : longer(a, b));

const furthest = (a: Message, b: Message): Message => {
  const step = deliveries.indexOf(a.delivery) - deliveries.indexOf(b.delivery);
  return step > 0 || (step === 0 && byText(a.reason ?? '', b.reason ?? '') >= 0) ? a : b;
};

const mergeAttachment = (a: Attachment, b: Attachment): Attachment => ({
  id: a.id,
  name: longer(a.name, b.name),
  type: longer(a.type, b.type),
  size: a.size === null ? b.size : b.size === null ? a.size : Math.max(a.size, b.size),
  url: longer(a.url, b.url),
});

function mergeAttachments(a: readonly Attachment[], b: readonly Attachment[]): Attachment[] {
  const all = new Map<string, Attachment>();
  for (const one of [...a, ...b]) {
    const other = all.get(one.id);
    all.set(one.id, other ? mergeAttachment(other, one) : one);
  }
  return [...all.values()].sort((one, other) => byText(one.id, other.id));
}

const mergeEnd = (a: TextEnd, b: TextEnd): TextEnd => ({ number: longer(a.number, b.number), name: known(a.name, b.name) });

function mergeEnds(a: readonly TextEnd[], b: readonly TextEnd[]): TextEnd[] {
  const all = new Map<string, TextEnd>();
  for (const end of [...a, ...b]) {
    const other = all.get(end.number);
    all.set(end.number, other ? mergeEnd(other, end) : end);
  }
  return [...all.values()].sort((one, other) => byText(one.number, other.number));
}

/**
 * Puts two reports of one message (same `id`) together: the furthest delivery holds, a text or a picture that came late is
 * added, a name once known stays. Commutative, associative and idempotent, so that reports may come late, twice and in any order.
 */
export function mergeMessage(a: Message, b: Message): Message {
  const { delivery, reason } = furthest(a, b);
  return {
    id: a.id,
    conversationId: longer(a.conversationId, b.conversationId),
    direction: a.direction < b.direction ? a.direction : b.direction,
    from: mergeEnd(a.from, b.from),
    to: mergeEnds(a.to, b.to),
    ours: longer(a.ours, b.ours),
    at: Math.min(a.at, b.at),
    text: longer(a.text, b.text),
    attachments: mergeAttachments(a.attachments, b.attachments),
    delivery,
    reason,
  };
}
