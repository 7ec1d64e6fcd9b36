import { personAddress, phoneCallAddress, whoIsIt } from '../../../src/browser/ui/who.ts';
import type { Person } from '../../../src/core/people/person.ts';
import { ringing } from './states.ts';

const maria: Person = { type: 'contact', id: 212, name: 'Maria Ortega', company: { type: 'customer', id: 9, name: 'Northwind Produce Ltd' } };
const acme: Person = { type: 'customer', id: 31, name: 'Acme Ltd', company: null };

describe('who a call is with', () => {
  test('is NetSuite’s name before RingCentral’s, with company and number under it', () => {
    expect(whoIsIt(ringing({ person: { kind: 'one', person: maria } }))).toEqual({
      title: 'Maria Ortega', company: 'Northwind Produce Ltd', number: '+1 (415) 555-0133', record: { type: 'contact', id: 212 }, candidates: [],
    });
  });

  test('is the company where several of its people share the number', () => {
    expect(whoIsIt(ringing({ person: { kind: 'company', person: acme, candidates: [maria] } }))).toMatchObject({ title: 'Acme Ltd', record: { type: 'customer', id: 31 } });
  });

  test('is RingCentral’s name while NetSuite knows nobody', () => {
    expect(whoIsIt(ringing({ person: { kind: 'nobody' } }))).toMatchObject({ title: 'WIRELESS CALLER', number: '+1 (415) 555-0133', record: null });
  });

  test('names several and chooses none', () => {
    const who = whoIsIt(ringing({ person: { kind: 'several', candidates: [maria, acme] } }));
    expect(who.candidates.map(({ name }) => name)).toEqual(['Maria Ortega', 'Acme Ltd']);
    expect(who.record).toBeNull();
  });

  test('is the number, said once, where there is no name at all', () => {
    expect(whoIsIt(ringing({ from: { number: '+442079460018', name: null } }))).toMatchObject({ title: '+442079460018', number: null });
  });

  test('is withheld where there is not even a number', () => {
    expect(whoIsIt(ringing({ from: { number: '', name: '' } }))).toMatchObject({ title: 'Number withheld', number: null });
  });

  test('leads to the pages of NetSuite', () => {
    expect(personAddress(acme)).toBe('/app/common/entity/custjob.nl?id=31');
    expect(personAddress(maria)).toBe('/app/common/entity/contact.nl?id=212');
    expect(phoneCallAddress(77)).toBe('/app/crm/calendar/call.nl?id=77');
  });
});
