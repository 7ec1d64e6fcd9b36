import error = require('N/error');
import log = require('N/log');
import type { Record as NetSuiteRecord } from 'N/record';
import { decidePerson } from '../../core/people/decide-person.ts';
import type { Person } from '../../core/people/person.ts';
import { noFacts, type OtherSide, type Source } from '../../core/calls/merge.ts';
import { otherSideFields, valuesOf } from '../../core/calls/record.ts';
import { complete } from '../../core/calls/record-complete.ts';
import { otherNumber } from '../../core/calls/record-text.ts';
import { hashOf, readWritten, untouched, writeWritten } from '../../core/calls/record-written.ts';
import { errorName } from '../netsuite/error-name.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';
import { callKey } from '../people/call-key.ts';
import { lookUp } from '../people/look-up.ts';
import { keyOnRecord } from './call-key.ts';
import { linkable } from './linkable.ts';
import { readValues, writeValues } from './phone-call-record.ts';

/** Thrown when a call comes again whose record a person deleted. */
export const deletedCall = 'RCNS_CALL_WAS_DELETED';

const textOf = (phoneCall: NetSuiteRecord, fieldId: string): string => String(phoneCall.getValue({ fieldId }) ?? '');

/**
 * Links a phone call to the person on its other side, whichever door it comes through, when nobody is linked yet: to the
 * person a window named, if the caller may see them, else to whom the number belongs. One query, for a call of ours also
 * asking whether its record was deleted before (then it throws). Anything else that goes wrong leaves the call unlinked:
 * a person's own phone call is never stopped.
 */
export function matchOtherSide(phoneCall: NetSuiteRecord, creating: boolean): void {
  let found: 'deleted' | null = null;
  try {
    found = link(phoneCall, creating);
  } catch (failure) {
    // The role may not ask, or NetSuite would not answer; which one is a matter for the log, not for the person saving.
    log.error({ title: 'A phone call stays unlinked', details: errorName(failure) });
  }
  if (found === 'deleted') throw error.create({ name: deletedCall, message: 'The record of this call was deleted; it is not logged again.', notifyOff: true });
}

function link(phoneCall: NetSuiteRecord, creating: boolean): 'deleted' | null {
  const current = readValues(phoneCall, ['phone', 'notes', 'transcript', ...otherSideFields]);
  const written = readWritten(textOf(phoneCall, ids.written), current);
  if (current.company !== '' || current.contact !== '' || current.employee !== '') return null;
  // A person who emptied the link meant it.
  if (!creating && (written === null || !(['company', 'contact', 'employee'] as const).every((field) => untouched(field, current, written)))) return null;

  const named = written?.facts.otherSide ?? null;
  // An extension is too short for NetSuite's phone field.
  const number = callKey(current.phone || (written ? otherNumber(written.facts) : ''));
  const deletedKey = creating && written !== null ? keyOnRecord(phoneCall) : null;
  if (number === null && named === null && deletedKey === null) return null;

  const answer = lookUp({ numbers: number ? [number] : [], refs: named ? [named.value.ref] : [], deletedKey });
  if (answer.deleted) return 'deleted';

  const known = answer.people[0] ?? (number && certain(decidePerson(answer.matches.get(number.number) ?? [], number.extension)));
  if (!known) return null;
  // A first try has written no company at all. A phone call of a person's own has no second try: nothing that might be refused.
  const linked = linkable(known, written === null || written.hashes.company === hashOf(''));
  if (linked === null) return null;
  const told = answer.people.length > 0 ? named : null;
  const at = told?.value.at;
  const otherSide: { value: OtherSide; source: Source } = { value: { ref: { type: linked.type, id: linked.id }, known: linked, ...(at !== undefined && { at }) }, source: told?.source ?? 'matched' };
  if (written === null) {
    const { company, contact, employee } = valuesOf({ ...noFacts, otherSide });
    writeValues(phoneCall, { ...(company && { company }), ...(contact && { contact }), ...(employee && { employee }) });
    return null;
  }
  const completion = complete(current, written, { ...written.facts, otherSide }, otherSideFields);
  writeValues(phoneCall, completion.changes);
  phoneCall.setValue({ fieldId: ids.written, value: writeWritten(completion.written) });
  return null;
}

const certain = (found: ReturnType<typeof decidePerson>): Person | null => (found.kind === 'one' || found.kind === 'company' ? found.person : null);
