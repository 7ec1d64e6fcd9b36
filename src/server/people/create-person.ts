import record = require('N/record');
import runtime = require('N/runtime');
import type { Person } from '../../core/people/person.ts';
import type { CreateAnswer, CreatePerson } from '../../wire/people/choose.ts';
import { Refused } from '../refused.ts';
import { callKey } from './call-key.ts';
import { lookUp } from './look-up.ts';

const nameOf = ({ kind, firstName, lastName, companyName }: CreatePerson): string => (kind === 'lead' && companyName !== '' ? companyName : [firstName, lastName].filter(Boolean).join(' '));

/** Whoever has the same name or the same number, as the caller may see them; 10 units. */
function alreadyThere(wanted: CreatePerson): Person[] {
  const key = callKey(wanted.phone);
  const { people, matches } = lookUp({ numbers: key ? [key] : [], refs: [], deletedKey: null, named: nameOf(wanted) });
  const found = [...people.filter(({ name }) => name.toUpperCase() === nameOf(wanted).toUpperCase()), ...[...matches.values()].flat().map(({ person }) => person)];
  return found.filter((person, index) => found.findIndex(({ type, id }) => type === person.type && id === person.id) === index);
}

/**
 * Makes a contact or a lead under the caller's own permissions, unless somebody like that is there; NetSuite's refusal (a field
 * that the account's form asks for) is thrown. A Member's role may not write the index, so it learns the number at night; whoever
 * creates somebody for a call has the number remembered, which counts at once. 45 units.
 */
export function createPerson(wanted: CreatePerson): CreateAnswer {
  const { kind, firstName, lastName, companyName, company, phone, email, although } = wanted;
  if (nameOf(wanted) === '' || (kind === 'contact' && lastName === '' && firstName === '')) throw new Refused('BAD_REQUEST', 'name');
  const there = although ? [] : alreadyThere(wanted);
  if (there.length > 0) return { made: false, there };
  const row = record.create({ type: kind });
  const set = (fieldId: string, value: string | number | boolean): void => void (value === '' || row.setValue({ fieldId, value }));
  if (kind === 'lead') {
    row.setValue({ fieldId: 'isperson', value: companyName === '' ? 'T' : 'F' });
    set('companyname', companyName);
  } else if (company) set('company', company.id);
  if (kind === 'contact' || companyName === '') {
    set('firstname', firstName);
    set('lastname', lastName || firstName);
  }
  set('phone', phone);
  set('email', email);
  if (runtime.isFeatureInEffect({ feature: 'SUBSIDIARIES' })) set('subsidiary', Number(runtime.getCurrentUser().subsidiary));
  const id = row.save();
  const [person] = lookUp({ numbers: [], refs: [{ type: kind === 'lead' ? 'customer' : 'contact', id }], deletedKey: null }).people;
  return { made: true, person: person ?? { type: kind === 'lead' ? 'customer' : 'contact', id, name: nameOf(wanted), company: null } };
}
