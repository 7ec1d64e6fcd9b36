import * as v from 'valibot';
import type { Sealed } from '../../store/sealed.ts';
import { idOfPicture, Picture } from './picture.ts';

/** Pictures on their way, sealed, each by itself; they outlive a sign-in. Writes follow each other in order. */
export function createKeptPictures({ sealed, name }: { sealed: Sealed; name: string }) {
  const prefix = `${name}:`;
  let last: Promise<void> = Promise.resolve();
  // A browser whose storage is full or closed to us: the picture is sent from memory all the same.
  const inOrder = (work: () => Promise<void>): Promise<void> => (last = last.then(work).catch(() => undefined));
  return {
    async all(): Promise<Picture[]> {
      const read = await Promise.all((await sealed.names(prefix)).map(async (each) => v.safeParse(Picture, await sealed.read(each))));
      return read.flatMap((each) => (each.success ? [each.output] : []));
    },
    write: (picture: Picture): Promise<void> => inOrder(() => sealed.write(prefix + idOfPicture(picture), picture)),
    delete: (id: string): Promise<void> => inOrder(() => sealed.delete(prefix + id)),
    /** Settles when everything asked for so far is done. */
    written: (): Promise<void> => last,
  };
}

export type KeptPictures = ReturnType<typeof createKeptPictures>;
