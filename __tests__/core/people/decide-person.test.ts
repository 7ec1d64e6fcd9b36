import { decidePerson, mostCandidates, type Match } from '../../../src/core/people/decide-person.ts';
import type { Person } from '../../../src/core/people/person.ts';

const acme = { type: 'customer', id: 12, name: 'Acme Ltd' } as const;
const acmeAlone: Person = { ...acme, company: null };
const ann: Person = { type: 'contact', id: 31, name: 'Ann Harper', company: acme };
const ben: Person = { type: 'contact', id: 32, name: 'Ben Okafor', company: acme };
const rival: Person = { type: 'customer', id: 40, name: 'Rival Inc', company: null };
const match = (person: Person, more: Partial<Match> = {}): Match => ({ person, extension: null, rank: 1, modified: '2026-01-01', chosen: false, ...more });

describe('who is it?', () => {
  test('a number nobody has belongs to nobody', () => expect(decidePerson([])).toEqual({ kind: 'nobody' }));

  test('one customer is that customer, also when the number stands in two of its fields', () =>
    expect(decidePerson([match(acmeAlone), match(acmeAlone, { rank: 4 })])).toEqual({ kind: 'one', person: acmeAlone }));

  test('a company and its single contact is the contact', () => expect(decidePerson([match(acmeAlone), match(ann)])).toEqual({ kind: 'one', person: ann }));

  test('a main line shared by contacts is the company, with the most recent contacts first', () => {
    const found = decidePerson([match(ann), match(acmeAlone), match(ben, { modified: '2026-05-05' })]);
    expect(found).toEqual({ kind: 'company', person: acmeAlone, candidates: [ben, ann] });
  });

  test('contacts of a company that has not the number itself still say which company', () =>
    expect(decidePerson([match(ann), match(ben)])).toMatchObject({ kind: 'company', person: { type: 'customer', id: 12, name: 'Acme Ltd', company: null } }));

  test('people of two companies have to be chosen from', () => expect(decidePerson([match(acmeAlone), match(rival)])).toMatchObject({ kind: 'several', candidates: [acmeAlone, rival] }));

  test('a hundred contacts of one company do not flood the card', () => {
    const crowd = Array.from({ length: 100 }, (_, index) => match({ ...ann, id: 1000 + index }));
    const found = decidePerson(crowd);
    expect(found.kind === 'company' && found.candidates).toHaveLength(mostCandidates);
  });

  test('what somebody chose before holds against everybody else who has the number, and those are named too, for a choice can be wrong', () => {
    expect(decidePerson([match(ann), match(rival), match(acmeAlone, { chosen: true })])).toEqual({ kind: 'one', person: acmeAlone, remembered: { others: [ann, rival] } });
    expect(decidePerson([match(acmeAlone, { chosen: true })])).toEqual({ kind: 'one', person: acmeAlone, remembered: { others: [] } });
  });

  test('a choice that says no more than the fields do is none', () =>
    expect(decidePerson([match(acmeAlone), match(acmeAlone, { chosen: true })])).toEqual({ kind: 'one', person: acmeAlone }));

  test('a project and its customer belong together', () => {
    const project: Person = { type: 'job', id: 77, name: 'Loading dock', company: acme };
    expect(decidePerson([match(project), match(acmeAlone)])).toMatchObject({ kind: 'one' });
  });

  test('an extension dialled with the number names its owner', () =>
    expect(decidePerson([match(ann, { extension: '101' }), match(ben, { extension: '102' })], '102')).toEqual({ kind: 'one', person: ben }));

  test('a number dialled without an extension is not whose entry has none alone', () =>
    expect(decidePerson([match(acmeAlone, { extension: '7' }), match(rival)])).toMatchObject({ kind: 'several' }));

  test('a contact who has the number in two fields is one person', () =>
    expect(decidePerson([match(ann), match(ann, { rank: 5 }), match(acmeAlone)])).toEqual({ kind: 'one', person: ann }));

  test('a customer and a contact with the same internal id are two', () => {
    const namesake: Person = { ...ann, id: acme.id };
    expect(decidePerson([match(acmeAlone), match(namesake)])).toEqual({ kind: 'one', person: namesake });
  });

  test('who is offered first: contacts, then the most recent, then the better field, then the older record', () => {
    const person = (id: number, type: Person['type'] = 'customer'): Person => ({ type, id, name: `No ${id}`, company: null });
    const found = decidePerson([
      match(person(5)), match(person(4), { rank: 9 }), match(person(3), { modified: '2025-12-31' }), match(person(6)), match(person(8, 'contact'), { modified: '2024-01-01', rank: 9 }), match(person(7), { modified: '2026-02-02', rank: 9 }),
    ]);
    expect(found.kind === 'several' && found.candidates.map(({ id }) => id)).toEqual([8, 7, 5, 6, 4, 3]);
  });

  test('a switchboard of many companies offers no more than fit on the card', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => match({ ...rival, id: 100 + index }));
    const found = decidePerson(crowd);
    expect(found.kind === 'several' && found.candidates.map(({ id }) => id)).toEqual([100, 101, 102, 103, 104, 105, 106, 107, 108, 109]);
  });

  test('of a company that has the number itself, its own record is shown and not what its contacts say of it', () => {
    const renamed: Person = { ...acmeAlone, name: 'Acme Limited' };
    expect(decidePerson([match(ann), match(ben), match(renamed)])).toMatchObject({ kind: 'company', person: { name: 'Acme Limited' } });
  });
});
