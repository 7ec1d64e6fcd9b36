import record = require('N/record');
import type { Record as NetSuiteRecord } from 'N/record';
import * as v from 'valibot';
import type { PersonType } from '../../core/people/person.ts';
import { CallCardChoice, fieldId as fieldIdShape, type FieldChoices, FieldsOf, SaveCallCard } from '../../wire/people/call-card.ts';
import { settings as ids } from '../netsuite/ids.ts';
import { reading, type Action } from '../session/json-endpoint.ts';
import { changeSettings, loadSettings, settingText } from './settings-record.ts';

/** What was typed into the record itself, past the screen, and does not fit counts as nothing. */
function listOf<T extends v.GenericSchema>(row: NetSuiteRecord | null, id: string, reader: T): v.InferOutput<T> | null {
  try {
    const read = v.safeParse(reader, JSON.parse(settingText(row, id) || '[]'));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** What the company wants seen of a matched record in a call, out of its settings row. */
export const callCardChoiceOf = (row: NetSuiteRecord | null): CallCardChoice => ({
  fields: listOf(row, ids.callFields, CallCardChoice.entries.fields) ?? [],
  links: listOf(row, ids.infoLinks, CallCardChoice.entries.links) ?? [],
});

/** As the caller's role may see it. 12 units. */
export const callCardChoice = (): CallCardChoice => callCardChoiceOf(loadSettings());

/** What administrators see and choose of it. */
export const callCardActions: Record<string, Action> = {
  'read-call-card-settings': { changes: false, run: () => callCardChoice() },
  'call-field-choices': { changes: false, run: (body) => callFieldChoices(reading(FieldsOf, body).type) },
  'save-call-card-settings': { changes: true, run: (body) => saveCallCardChoice(reading(SaveCallCard, body, 'BAD_SETTING').choice) },
};

/** Saves it under the caller's own permissions. 30 units. */
function saveCallCardChoice({ fields, links }: CallCardChoice): CallCardChoice {
  changeSettings({ [ids.callFields]: JSON.stringify(fields), [ids.infoLinks]: JSON.stringify(links) });
  return callCardChoice();
}

/** Fields of a record type that an administrator may choose from: those with a label, as the caller's own role sees them. 7 units. */
function callFieldChoices(type: PersonType): FieldChoices {
  const blank = record.create({ type });
  const fields = blank.getFields().flatMap((fieldId) => {
    if (!v.is(fieldIdShape, fieldId)) return [];
    const label = String(blank.getField({ fieldId })?.label ?? '').trim();
    return label === '' ? [] : [{ field: fieldId, label }];
  });
  return { fields: fields.sort((a, b) => a.label.localeCompare(b.label)) };
}
