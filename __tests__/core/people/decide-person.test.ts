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

  test('what somebody chose before holds against everybody else who has the number', () =>
    expect(decidePerson([match(ann), match(rival), match(acmeAlone, { chosen: true })])).toEqual({ kind: 'one', person: acmeAlone }));

  test('a project and its customer belong together', () => {
    const project: Person = { type: 'job', id: 77, name: 'Loading dock', company: acme };
    expect(decidePerson([match(project), match(acmeAlone)])).toMatchObject({ kind: 'one' });
  });

  test('an extension dialled with the number names its owner', () =>
    expect(decidePerson([match(ann, { extension: '101' }), match(ben, { extension: '102' })], '102')).toEqual({ kind: 'one', person: ben }));
});
