import runtime = require('N/runtime');
import type { Person } from '../../core/people/person.ts';
import { parameters } from '../netsuite/ids.ts';

/** Whom a phone call can be linked to: a project itself, or where an administrator says that this account refuses one as a phone call's company, its customer. */
export function linkable(known: Person): Person {
  if (known.type !== 'job' || known.company === null) return known;
  return runtime.getCurrentScript().getParameter({ name: parameters.projectAsCompany }) === false ? { ...known.company, company: null } : known;
}
