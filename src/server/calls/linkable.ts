import runtime = require('N/runtime');
import type { Person } from '../../core/people/person.ts';
import { parameters } from '../netsuite/ids.ts';

/**
 * Whom a phone call can be linked to: a project itself, or its customer where this account refuses a project as a phone call's
 * company, as an administrator says or NetSuite just has. null: nobody, a project without a customer in such an account.
 */
export function linkable(known: Person, refused = false): Person | null {
  if (known.type !== 'job') return known;
  if (!refused && runtime.getCurrentScript().getParameter({ name: parameters.projectAsCompany }) !== false) return known;
  return known.company && { ...known.company, company: null };
}
