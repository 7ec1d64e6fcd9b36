import record = require('N/record');
import runtime = require('N/runtime');
import { createPerson } from '../../../src/server/people/create-person.ts';
import * as lookingUp from '../../../src/server/people/look-up.ts';
import type { Match } from '../../../src/core/people/decide-person.ts';
import type { Person } from '../../../src/core/people/person.ts';
import type { CreatePerson } from '../../../src/wire/people/choose.ts';

const acme: Person = { type: 'customer', id: 12, name: 'Acme Ltd', company: null };
const ann: CreatePerson = { kind: 'contact', firstName: 'Ann', lastName: 'Harper', companyName: '', company: null, phone: '+1 650 555 0100', email: 'ann@acme.example', although: false };
const lead: CreatePerson = { ...ann, kind: 'lead', firstName: '', lastName: '', companyName: 'Lands End Surf School' };

let made: { type: string; values: Record<string, unknown> } | null;
/** Whom NetSuite shows: by name, by number, and the new one when it is there. */
let known: { named: Person[]; numbered: Person[]; shown: Person[] };
let oneWorld: boolean;

beforeEach(() => {
  made = null;
  known = { named: [], numbered: [], shown: [] };
  oneWorld = false;
  jest.spyOn(record, 'create').mockImplementation((({ type }: { type: string }) => {
    const values: Record<string, unknown> = {};
    return { setValue: ({ fieldId, value }: { fieldId: string; value: unknown }) => { values[fieldId] = value; }, save: () => { made = { type, values }; return 77; } };
  }) as never);
  jest.spyOn(runtime, 'isFeatureInEffect').mockImplementation(() => oneWorld);
  jest.spyOn(runtime, 'getCurrentUser').mockReturnValue({ subsidiary: 3 } as never);
  const match = (person: Person): Match => ({ person, extension: null, rank: 1, modified: '', chosen: false });
  jest.spyOn(lookingUp, 'lookUp').mockImplementation(({ refs, numbers }) => ({ matches: new Map(numbers.map(({ number }) => [number, known.numbered.map(match)])), people: refs.length > 0 ? known.shown : known.named, deleted: false }));
});
afterEach(() => jest.restoreAllMocks());

describe('somebody new out of a call', () => {
  test('is a contact of the company that was chosen, with the number and address that were given', () => {
    const answer = createPerson({ ...ann, company: { type: 'customer', id: 12 } });
    expect(made).toEqual({ type: 'contact', values: { company: 12, firstname: 'Ann', lastname: 'Harper', phone: '+1 650 555 0100', email: 'ann@acme.example' } });
    expect(answer).toEqual({ made: true, person: { type: 'contact', id: 77, name: 'Ann Harper', company: null } });
  });

  test('is a lead that is a company where one was named, otherwise a person', () => {
    createPerson(lead);
    expect(made).toEqual({ type: 'lead', values: { isperson: 'F', companyname: 'Lands End Surf School', phone: '+1 650 555 0100', email: 'ann@acme.example' } });
    createPerson({ ...lead, firstName: 'Ann', lastName: 'Harper' });
    expect(made?.values).not.toHaveProperty('firstname');
    expect(createPerson({ ...ann, kind: 'lead', email: '' })).toEqual({ made: true, person: { type: 'customer', id: 77, name: 'Ann Harper', company: null } });
    expect(made).toEqual({ type: 'lead', values: { isperson: 'T', firstname: 'Ann', lastname: 'Harper', phone: '+1 650 555 0100' } });
  });

  test('of whom one name is known has it for a last name, which NetSuite asks for', () => {
    createPerson({ ...ann, lastName: '' });
    expect(made?.values).toMatchObject({ firstname: 'Ann', lastname: 'Ann' });
  });

  test('belongs to the subsidiary of who makes them, in an account that has some', () => {
    oneWorld = true;
    createPerson(lead);
    expect(made?.values['subsidiary']).toBe(3);
  });

  test('is shown as NetSuite shows them', () => {
    const shown: Person = { type: 'contact', id: 77, name: 'Ann Harper', company: { type: 'customer', id: 12, name: 'Acme Ltd' } };
    known.shown = [shown];
    expect(createPerson(ann)).toEqual({ made: true, person: shown });
    expect(lookingUp.lookUp).toHaveBeenLastCalledWith({ numbers: [], refs: [{ type: 'contact', id: 77 }], deletedKey: null });
    createPerson(lead);
    expect(lookingUp.lookUp).toHaveBeenLastCalledWith({ numbers: [], refs: [{ type: 'customer', id: 77 }], deletedKey: null });
  });

  test.each([['a contact', { ...ann, firstName: '', lastName: '' }], ['a lead', { ...lead, companyName: '' }], ['a contact who has a company’s name alone', { ...lead, kind: 'contact' as const }]])('is nobody without a name: %s', (_what, wanted) => {
    expect(() => createPerson(wanted)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST', detail: 'name' }));
    expect(made).toBeNull();
  });
});

describe('somebody who is there already', () => {
  const namesake: Person = { type: 'customer', id: 9, name: 'LANDS END Surf School', company: null };
  test('is shown instead: by the same name in any case, or by the number, each once', () => {
    known = { named: [namesake, { ...acme, name: 'Lands End Surf School of Maine' }], numbered: [acme, namesake, acme], shown: [] };
    expect(createPerson(lead)).toEqual({ made: false, there: [namesake, acme] });
    expect(made).toBeNull();
  });

  test('with the same internal id as another type’s is somebody else', () => {
    known = { named: [], numbered: [acme, { ...acme, type: 'vendor' }], shown: [] };
    expect(createPerson(lead)).toMatchObject({ there: [{ type: 'customer' }, { type: 'vendor' }] });
  });

  test('is made a second time by whoever insists', () => {
    known.named = [namesake];
    expect(createPerson({ ...lead, although: true })).toMatchObject({ made: true });
    expect(made?.type).toBe('lead');
  });
});
