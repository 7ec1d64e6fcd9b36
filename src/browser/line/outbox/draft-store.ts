import * as v from 'valibot';
import type { Sealed } from '../store/sealed.ts';
import { Draft } from './draft.ts';

/** Drafts of one owner, sealed. Writes of one draft follow each other in order. */
export function createDraftStore(sealed: Sealed, account: string, user: number) {
  const prefix = `draft:${account}:${user}:`;
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    async all(): Promise<Draft[]> {
      const read = await Promise.all((await sealed.names(prefix)).map(async (name) => v.safeParse(Draft, await sealed.read(name))));
      return read.flatMap((each) => (each.success && each.output.account === account && each.output.user === user ? [each.output] : []));
    },
    write: (draft: Draft): Promise<void> => inOrder(() => sealed.write(prefix + draft.id, draft)),
    /** Settles when everything asked for so far is done. */
    written: async (): Promise<void> => void (await last),
    delete: (id: string): Promise<void> => inOrder(() => sealed.delete(prefix + id)),
  };
}

export type DraftStore = ReturnType<typeof createDraftStore>;
