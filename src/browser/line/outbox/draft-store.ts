import * as v from 'valibot';
import type { Sealed } from '../store/sealed.ts';
import { Draft } from './draft.ts';

/** Drafts of one owner, sealed. Writes of one draft follow each other in order. */
export function createDraftStore(sealed: Sealed, account: string, user: number) {
  const prefix = `draft:${account}:${user}:`;
  let last: Promise<void> = Promise.resolve();
  // A browser whose storage is full or closed to us: the log is sent from memory all the same, for as long as this line lives.
  const inOrder = (work: () => Promise<void>): Promise<void> => (last = last.then(work).catch(() => undefined));
  return {
    async all(): Promise<Draft[]> {
      const read = await Promise.all((await sealed.names(prefix)).map(async (name) => v.safeParse(Draft, await sealed.read(name))));
      return read.flatMap((each) => (each.success && each.output.account === account && each.output.user === user ? [each.output] : []));
    },
    write: (draft: Draft): Promise<void> => inOrder(() => sealed.write(prefix + draft.id, draft)),
    /** Settles when everything asked for so far is done. */
    written: (): Promise<void> => last,
    delete: (id: string): Promise<void> => inOrder(() => sealed.delete(prefix + id)),
  };
}

export type DraftStore = ReturnType<typeof createDraftStore>;
