import { createCalls } from '../../../src/browser/line/calls/calls.ts';
import { createIdentifyCaller } from '../../../src/browser/line/calls/identify-caller.ts';
import type { Person, PersonFound, PersonRef } from '../../../src/core/people/person.ts';
import { outbound } from '../../core/calls/live-calls.ts';

const acme: Person = { type: 'customer', id: 12, name: 'Acme Ltd', company: null };
const rival: Person = { type: 'customer', id: 40, name: 'Rival Inc', company: null };

/** Dana calls a number from somebody's record. */
async function shownAs(found: PersonFound, clickedOn: PersonRef): Promise<PersonFound | null | undefined> {
  const ignore = (): void => undefined;
  const calls = createCalls({ onBegin: ignore, onStep: ignore, onForget: ignore, onChange: ignore });
  calls.begin(outbound);
  calls.apply(outbound.callId, { what: 'chosen', person: { type: clickedOn.type, id: clickedOn.id } });
  const live = calls.get(outbound.callId);
  if (live) await createIdentifyCaller({ netsuite: { whoIs: async () => ({ found: [found] }) }, calls: () => calls })(live);
  return calls.get(outbound.callId)?.call.person;
}

describe('who is called from a record', () => {
  it('is that record, among several with the number', async () => expect(await shownAs({ kind: 'several', candidates: [acme, rival] }, rival)).toEqual({ kind: 'one', person: rival }));

  it('is that record, though somebody said before that the number is another’s', async () =>
    expect(await shownAs({ kind: 'one', person: acme, remembered: { others: [rival] } }, rival)).toEqual({ kind: 'one', person: rival }));

  it('is whom NetSuite knows by the number, where that record has another one', async () =>
    expect(await shownAs({ kind: 'one', person: acme }, rival)).toEqual({ kind: 'one', person: acme }));
});
