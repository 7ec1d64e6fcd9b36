import record = require('N/record');
import runtime = require('N/runtime');
import { tellChosenFields } from '../../../src/server/people/chosen-fields.ts';
import { readCallFields, saveCallField } from '../../../src/server/people/call-fields.ts';
import { Refused } from '../../../src/server/refused.ts';

const dana = { type: 'customer', id: 12 } as const;
type Value = string | number | boolean | null;
const types: Record<string, string> = { email: 'email', comments: 'TextArea', custentity_notes: 'clobtext', creditlimit: 'currency', custentity_size: 'posinteger', isinactive: 'checkbox', terms: 'select', custentity_odd: '' };
let values: Record<string, Value>;
let saves: number;

/** Dana's record as her role shows it: without the field `hidden`. */
const open = () => ({
  getField: ({ fieldId }: { fieldId: string }) => (fieldId in types ? { type: types[fieldId], label: fieldId === 'custentity_odd' ? null : `The ${fieldId}` } : null),
  getValue: ({ fieldId }: { fieldId: string }) => values[fieldId],
  getText: ({ fieldId }: { fieldId: string }) => (fieldId === 'terms' ? 'Net 30' : undefined),
  setValue: ({ fieldId, value }: { fieldId: string; value: Value }) => { values[fieldId] = value; },
  save: () => { saves += 1; return dana.id; },
});

beforeEach(() => {
  values = { email: 'dana@whitfield.example', comments: '', creditlimit: 2500.5, custentity_size: 40, isinactive: false, terms: 5, custentity_odd: null };
  saves = 0;
  const session = new Map<string, string>();
  jest.spyOn(runtime, 'getCurrentSession').mockReturnValue({ get: ({ name }: { name: string }) => session.get(name) ?? null, set: ({ name, value }: { name: string; value: string }) => session.set(name, value) } as never);
  tellChosenFields({ fields: [...Object.keys(types), 'hidden'].map((field) => ({ type: dana.type, field })), links: [] });
  jest.spyOn(record, 'load').mockImplementation((({ type, id }: typeof dana) => { expect({ type, id }).toEqual(dana); return open(); }) as never);
});
afterEach(() => jest.restoreAllMocks());

const read = (...fields: string[]) => readCallFields({ person: dana, fields }).fields;
const save = (field: string, value: string, before: string, fields = [field]) => saveCallField({ person: dana, fields, field, value, before });
/** Why it was refused; null: it was not. */
function refusal(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return `${refused.code} ${refused.detail}`;
  }
}

describe('fields of the matched record in a call', () => {
  test('are shown as NetSuite shows them, with how each is written, and without those the role does not see', () => {
    expect(read('email', 'hidden', 'creditlimit', 'isinactive', 'terms', 'custentity_odd')).toEqual([
      { field: 'email', label: 'The email', edit: 'text', value: 'dana@whitfield.example', shown: 'dana@whitfield.example' },
      { field: 'creditlimit', label: 'The creditlimit', edit: 'number', value: '2500.5', shown: '2500.5' },
      { field: 'isinactive', label: 'The isinactive', edit: 'tick', value: 'F', shown: 'F' },
      { field: 'terms', label: 'The terms', edit: 'none', value: '5', shown: 'Net 30' },
      { field: 'custentity_odd', label: 'custentity_odd', edit: 'none', value: '', shown: '' },
    ]);
  });

  test('of more than a line are written in more than a line, however NetSuite spells their type', () => expect(read('comments', 'custentity_notes').map(({ edit, value }) => [edit, value])).toEqual([['long-text', ''], ['long-text', '']]));

  test.each<[string, string, string, string, Value]>([
    ['a text', 'email', 'dana@whitfield.example', 'office@whitfield.example', 'office@whitfield.example'], ['a number', 'creditlimit', '2500.5', ' 3000 ', 3000], ['a number that is nothing', 'custentity_size', '40', '0', 0],
    ['a tick', 'isinactive', 'F', 'T', true], ['a tick taken away', 'isinactive', 'F', 'F', false], ['a text that is taken out', 'email', 'dana@whitfield.example', '', ''], ['a number that is taken out', 'creditlimit', '2500.5', '', ''],
  ])('are saved: %s', (_what, field, before, value, written) => {
    const { fields } = save(field, value, before, ['terms', field]);
    expect([values[field], saves, fields.length, fields[1]?.field]).toEqual([written, 1, 2, field]);
  });

  test.each([
    ['somebody else changed it meanwhile', 'CONFLICT field', () => save('email', 'x@y.example', 'old@whitfield.example')],
    ['it is no number', 'BAD_REQUEST value', () => save('creditlimit', 'lots', '2500.5')], ['it is blank', 'BAD_REQUEST value', () => save('creditlimit', '  ', '2500.5')], ['it is without end', 'BAD_REQUEST value', () => save('creditlimit', 'Infinity', '2500.5')],
    ['it is changed on the record’s own page alone', 'BAD_REQUEST field', () => save('terms', '6', '5')], ['the role does not see it', 'BAD_REQUEST field', () => save('hidden', 'x', '')], ['it is none of those shown', 'BAD_REQUEST field', () => save('comments', 'x', '', ['email'])],
  ])('stay as they are where %s', (_why, refused, work) => {
    const before = { ...values };
    expect(refusal(work)).toBe(refused);
    expect([values, saves]).toEqual([before, 0]);
  });
});
