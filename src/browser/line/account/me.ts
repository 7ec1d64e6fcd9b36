import * as v from 'valibot';
import type { LineState } from '../../../wire/line/state.ts';
import type { Rest } from '../oauth/rest.ts';
import type { Sealed } from '../store/sealed.ts';

export type Me = NonNullable<LineState['me']>;

const own = '/restapi/v1.0/account/~/extension/~';
const Extension = v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), extensionNumber: v.optional(v.string(), ''), name: v.optional(v.string(), '') });
const Numbers = v.object({ records: v.array(v.object({ phoneNumber: v.optional(v.string(), '') })) });
const Kept = v.object({ name: v.string(), extensionId: v.string(), extensionNumber: v.string(), numbers: v.array(v.string()) });

/** Who is signed in at RingCentral; kept so that a start needs no request. */
export function createMe({ rest, sealed, name }: { rest: Rest; sealed: Sealed; name: string }) {
  async function ask(): Promise<Me> {
    const extension = v.parse(Extension, await rest.get(own));
    const numbers = v.safeParse(Numbers, await rest.get(`${own}/phone-number`));
    const me = {
      name: extension.name,
      extensionId: extension.id,
      extensionNumber: extension.extensionNumber,
      numbers: numbers.success ? numbers.output.records.map((record) => record.phoneNumber).filter((number) => number !== '') : [],
    };
    await sealed.write(name, me);
    return me;
  }
  return {
    /** Throws RestFailure when it is not known and RingCentral does not say. */
    async read(): Promise<Me> {
      const kept = v.safeParse(Kept, await sealed.read(name));
      return kept.success ? kept.output : ask();
    },
    forget: (): Promise<void> => sealed.delete(name),
  };
}
