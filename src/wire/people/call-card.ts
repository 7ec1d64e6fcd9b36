import * as v from 'valibot';
import { isInfoLink } from '../../core/people/info-link.ts';
import { personTypes } from '../../core/people/person.ts';

/**
 * What a company's administrator wants seen of the matched record during a call:
 *
 *   call-card                (service Suitelet)    {}              → CallCardChoice   what was chosen, for everybody
 *   read-call-fields         (api Suitelet)        ReadCallFields  → CallFields       under the caller's own permissions
 *   save-call-field          (api, change)         SaveCallField   → CallFields       CONFLICT where somebody else changed it meanwhile
 *   read-call-card-settings  (api, Company Admins) {}              → CallCardChoice
 *   call-field-choices       (api, Company Admins) FieldsOf        → FieldChoices
 *   save-call-card-settings  (api, change, Company Admins) SaveCallCard → CallCardChoice
 */

export const fieldId = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9_]*$/));
const type = v.picklist(personTypes);

/** More would cover the call. */
export const mostCallFields = 30;
export const mostInfoLinks = 10;

export const CallField = v.object({ type, field: fieldId });
export type CallField = v.InferOutput<typeof CallField>;
export const InfoLink = v.object({
  label: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
  /** https only; see core/people/info-link. */
  template: v.pipe(v.string(), v.trim(), v.check(isInfoLink)),
});
export type InfoLink = v.InferOutput<typeof InfoLink>;

export const CallCardChoice = v.object({ fields: v.pipe(v.array(CallField), v.maxLength(mostCallFields)), links: v.pipe(v.array(InfoLink), v.maxLength(mostInfoLinks)) });
export type CallCardChoice = v.InferOutput<typeof CallCardChoice>;
export const SaveCallCard = v.object({ choice: CallCardChoice });

const person = v.object({ type, id: v.pipe(v.number(), v.integer(), v.minValue(1)) });
export const ReadCallFields = v.object({ person, fields: v.pipe(v.array(fieldId), v.minLength(1), v.maxLength(mostCallFields)) });

/** How a field is written here; `none` are changed in NetSuite. */
export const editings = ['text', 'long-text', 'number', 'tick', 'none'] as const;

/** One field of the record. A tick is 'T' or 'F'; `shown` is what NetSuite shows. */
export const CallFieldValue = v.object({ field: v.string(), label: v.string(), edit: v.picklist(editings), value: v.string(), shown: v.string() });
export type CallFieldValue = v.InferOutput<typeof CallFieldValue>;
/** Without those that the caller's role may not see. */
export const CallFields = v.object({ fields: v.array(CallFieldValue) });
export type CallFields = v.InferOutput<typeof CallFields>;

export const SaveCallField = v.object({
  person,
  fields: ReadCallFields.entries.fields,
  field: fieldId,
  value: v.pipe(v.string(), v.maxLength(4_000)),
  /** What stood there when the change was begun. */
  before: v.pipe(v.string(), v.maxLength(100_000)),
});

export const FieldsOf = v.object({ type });
export const FieldChoices = v.object({ fields: v.array(v.object({ field: v.string(), label: v.string() })) });
export type FieldChoices = v.InferOutput<typeof FieldChoices>;
