import type { Draft } from './draft.ts';

/** A RESTlet takes 10 MB; a Suitelet of ours less, and an execution has to get through it in its time. */
export const largestBytes = 4_000_000;

const bytesOf = ({ log }: Draft): number => new TextEncoder().encode(JSON.stringify(log)).length;

/** The drafts to send next, in order: at most `most`, and no more than a request may hold. One that is larger goes alone. */
export function nextBatch(due: Draft[], most: number): Draft[] {
  const batch: Draft[] = [];
  let bytes = 0;
  for (const draft of due) {
    bytes += bytesOf(draft);
    if (batch.length === most || (batch.length > 0 && bytes > largestBytes)) break;
    batch.push(draft);
  }
  return batch;
}
