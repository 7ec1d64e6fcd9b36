import * as v from 'valibot';
import { personTypes } from '../../core/people/person.ts';

/** POST body of action who-is: numbers travel in bodies only, never in an address. */
export const WhoIsRequest = v.object({ numbers: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.minLength(1), v.maxLength(20)) });
export type WhoIsRequest = v.InferOutput<typeof WhoIsRequest>;

export const WirePerson = v.object({
  type: v.picklist(personTypes),
  id: v.number(),
  name: v.string(),
  company: v.nullable(v.object({ type: v.picklist(['customer', 'vendor', 'partner']), id: v.number(), name: v.string() })),
});

export const WirePersonFound = v.union([
  v.object({ kind: v.literal('one'), person: WirePerson, remembered: v.exactOptional(v.object({ others: v.array(WirePerson) })) }),
  v.object({ kind: v.literal('company'), person: WirePerson, candidates: v.array(WirePerson) }),
  v.object({ kind: v.literal('several'), candidates: v.array(WirePerson) }),
  v.object({ kind: v.literal('nobody') }),
]);

/** Same order as `numbers`. */
export const WhoIsAnswer = v.object({ found: v.array(WirePersonFound) });
export type WhoIsAnswer = v.InferOutput<typeof WhoIsAnswer>;
