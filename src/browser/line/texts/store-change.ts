import * as v from 'valibot';
import { Id } from '../../../wire/messages/reported-text.ts';

/** Ids of texts that a change of the store names; null: another event. `others`: more has changed than these. */
export function readStoreChange(body: unknown): { newTexts: string[]; others: boolean } | null {
  const read = v.safeParse(StoreChange, body);
  if (!read.success) return null;
  const texts = read.output.changes.filter(({ type }) => type === 'SMS');
  return texts.length === 0 ? null : { newTexts: texts.flatMap(({ newMessageIds }) => newMessageIds), others: texts.some(({ updatedCount, newCount, newMessageIds }) => updatedCount > 0 || newCount > newMessageIds.length) };
}

const StoreChange = v.object({
  changes: v.array(v.object({ type: v.string(), newCount: v.optional(v.number(), 0), updatedCount: v.optional(v.number(), 0), newMessageIds: v.optional(v.array(Id), []) })),
});
