import runtime = require('N/runtime');
import type { Person } from '../../core/people/person.ts';
import { parameters } from '../netsuite/ids.ts';

/** Whom a phone call can be linked to: a project itself, or its customer where this account refuses a project as a phone call's company, as an administrator says or NetSuite just has. */
export function linkable(known: Person, refused = false): Person {
  if (known.type !== 'job' || known.company === null) return known;
  return refused || runtime.getCurrentScript().getParameter({ name: parameters.projectAsCompany }) === false ? { ...known.company, company: null } : known;
}
