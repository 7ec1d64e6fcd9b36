import runtime = require('N/runtime');
import type { PersonType } from '../../core/people/person.ts';
import type { CallCardChoice } from '../../wire/people/call-card.ts';
import { Refused } from '../refused.ts';

/** Kept in the session, which all scripts of one sign-in share: the settings are not for the caller's own role to read. */
const note = 'rcns_call_fields';

/** Notes which fields the administrator chose, and gives the choice on. Runs as the service role. */
export function tellChosenFields(choice: CallCardChoice): CallCardChoice {
  runtime.getCurrentSession().set({ name: note, value: choice.fields.map(({ type, field }) => `${type}.${field}`).join(' ') });
  return choice;
}

/** Refuses fields that the administrator did not choose, as far as this session was told: the call card is read first. */
export function requireChosen(type: PersonType, fields: readonly string[]): void {
  const told = new Set(String(runtime.getCurrentSession().get({ name: note }) ?? '').split(' '));
  if (fields.some((field) => !told.has(`${type}.${field}`))) throw new Refused('FORBIDDEN', 'fields');
}
