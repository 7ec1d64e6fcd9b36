import * as v from 'valibot';
import type { LastingSealed } from '../store/lasting-sealed.ts';
import { Draft } from './draft.ts';

/** Drafts of one owner, sealed. One that the browser does not keep is sent all the same, as long as this line lives. */
export function createDraftStore(sealed: Omit<LastingSealed, 'tryNow'>, account: string, user: number) {
  const prefix = `draft:${account}:${user}:`;
  return {
    async all(): Promise<Draft[]> {
      const read = await Promise.all((await sealed.names(prefix)).map(async (name) => v.safeParse(Draft, await sealed.read(name))));
      return read.flatMap((each) => (each.success && each.output.account === account && each.output.user === user ? [each.output] : []));
    },
    write: (draft: Draft): Promise<void> => sealed.write(prefix + draft.id, draft),
    /** Settles when everything asked for so far was given to the browser. */
    written: sealed.written,
    /** false: drafts would not outlive this line. */
    isLasting: sealed.isLasting,
    delete: (id: string): Promise<void> => sealed.delete(prefix + id),
  };
}

export type DraftStore = ReturnType<typeof createDraftStore>;
