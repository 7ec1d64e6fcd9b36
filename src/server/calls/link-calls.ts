import record = require('N/record');
import runtime = require('N/runtime');
import type { Person, PersonRef } from '../../core/people/person.ts';
import { noFacts } from '../../core/calls/merge.ts';
import { otherSideFields, valuesOf } from '../../core/calls/record.ts';
import { complete } from '../../core/calls/record-complete.ts';
import { readWritten, untouched, writeWritten } from '../../core/calls/record-written.ts';
import type { LinkAnswer } from '../../wire/people/choose.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';
import { lookUp } from '../people/look-up.ts';
import { Refused } from '../refused.ts';
import { linkable } from './linkable.ts';
import { blamesAReference } from './new-phone-call.ts';
import { readValues, writeValues } from './phone-call-record.ts';
import { unlinkedCalls } from './unlinked-calls.ts';

/** Load and save of one phone call, with the user event that it wakes; for a project perhaps twice. */
const unitsPerCall = (person: Person): number => (person.type === 'job' ? 40 : 20);

/**
 * Links every call of a number that is linked to nobody to one person, under the caller's own permissions, as many as the units
 * of this request allow; asked again it goes on, and finds nothing to do when all is done. A link that somebody emptied stays
 * empty. 20 units, and 15 a call, twice that where a project is refused.
 */
export function linkCalls(number: string, ref: PersonRef): LinkAnswer {
  const [person] = lookUp({ numbers: [], refs: [ref], deletedKey: null }).people;
  if (!person) throw new Refused('FORBIDDEN', 'person');
  const answer = { linked: 0, left: 0, kept: 0 };
  for (const id of unlinkedCalls(number).flatMap(({ records }) => records)) {
    if (runtime.getCurrentScript().getRemainingUsage() < unitsPerCall(person)) answer.left += 1;
    else answer[linkOne(id, person) ? 'linked' : 'kept'] += 1;
  }
  return answer;
}

/** false: a person emptied the link, somebody has just changed the record, or the role may not. A project that NetSuite refuses gives way to its customer. */
function linkOne(id: number, person: Person): boolean {
  for (const to of new Set([linkable(person), linkable(person, true)])) {
    if (to === null) continue;
    try {
      return link(id, to);
    } catch (refused) {
      // Said as `kept`: the person asks again, or somebody whose role may.
      if (!blamesAReference(refused)) return false;
    }
  }
  return false;
}

/** false: it is linked, or a person emptied the link. Throws NetSuite's own refusals. */
function link(id: number, person: Person): boolean {
  const phoneCall = record.load({ type: record.Type.PHONE_CALL, id });
  const current = readValues(phoneCall, ['notes', 'transcript', ...otherSideFields]);
  const written = readWritten(String(phoneCall.getValue({ fieldId: ids.written }) ?? ''), current);
  if (current.company !== '' || current.contact !== '' || current.employee !== '') return false;
  const otherSide = { value: { ref: { type: person.type, id: person.id }, known: person }, source: 'live' } as const;
  if (written === null) {
    const { company, contact, employee } = valuesOf({ ...noFacts, otherSide });
    writeValues(phoneCall, { ...(company && { company }), ...(contact && { contact }), ...(employee && { employee }) });
  } else {
    if (!(['company', 'contact', 'employee'] as const).every((field) => untouched(field, current, written))) return false;
    const completion = complete(current, written, { ...written.facts, otherSide }, otherSideFields);
    writeValues(phoneCall, completion.changes);
    phoneCall.setValue({ fieldId: ids.written, value: writeWritten(completion.written) });
  }
  phoneCall.save();
  return true;
}
