import log = require('N/log');
import type { Record as NetSuiteRecord } from 'N/record';
import type { PersonRef } from '../../core/people/person.ts';
import { errorName } from '../netsuite/error-name.ts';
import { extension } from '../netsuite/ids.ts';
import { extensionField, extensionsOf, storedEntries, storeEntries } from './index-entries.ts';

/**
 * Keeps the extensions of employees in the index, so that a colleague who calls by extension is known: after any change of
 * a binding, for the employee it names now and the one it named before. Never stops a save.
 */
export function keepExtensions(...versions: (NetSuiteRecord | null)[]): void {
  const employees = new Set(versions.map((each) => Number(each?.getValue({ fieldId: extension.employee }) ?? 0)).filter((id) => id > 0));
  for (const id of employees) {
    const employee: PersonRef = { type: 'employee', id };
    try {
      storeEntries(employee, extensionsOf(employee), storedEntries(employee).filter(({ field }) => field === extensionField));
    } catch (failure) {
      log.error({ title: 'An extension is missing from the phone index until the nightly build', details: errorName(failure) });
    }
  }
}
