import { EmulatorFailure } from '../failure.ts';
import type { Installation } from '../installation/installation.ts';
import type { CustomFieldObject } from '../project/objects.ts';
import { customField, selectOf } from './field.ts';
import type { Field } from './field.ts';
import type { RecordType } from './record-type.ts';
import { contact } from './types/contact.ts';
import { customList } from './types/custom-list.ts';
import { customRecord } from './types/custom-record.ts';
import { customerStages } from './types/customer.ts';
import { employee } from './types/employee.ts';
import { folder } from './types/folder.ts';
import { otherName } from './types/other-name.ts';
import { job } from './types/job.ts';
import { partner } from './types/partner.ts';
import { phoneCall } from './types/phone-call.ts';
import { subsidiary } from './types/subsidiary.ts';
import { vendor } from './types/vendor.ts';

/** All record types of the account: the standard ones with their custom fields, custom records, custom lists. */
export interface Catalog {
  types: RecordType[];
  /** By record.Type value; undefined for a type the account does not have. */
  find(id: string): RecordType | undefined;
  /** Types living in a table. */
  inTable(table: string): RecordType[];
  fieldOf(type: RecordType, id: string): Field | undefined;
}

/** What the account has of the standard types: some are there with their feature only, and then their fields on others too. */
function standardTypes({ features, behaviour }: Pick<Installation, 'features' | 'behaviour'>): RecordType[] {
  const jobs = features['JOBS'] === true;
  const oneWorld = features['SUBSIDIARIES'] === true;
  const types = [...customerStages, contact, vendor, partner, otherName, employee, phoneCall, folder, ...(jobs ? [job] : []), ...(oneWorld ? [subsidiary] : [])];
  const targets = (type: RecordType, each: Field): Field =>
    each.target?.kind !== 'records' || (jobs && (type.id !== 'phonecall' || behaviour.projectsOnPhoneCalls)) ? each : { ...each, target: { ...each.target, types: each.target.types.filter((name) => name !== 'job') } };
  return types.map((type) => ({
    ...type,
    fields: [...type.fields.map((each) => targets(type, each)), ...(oneWorld && type.sequence === 'entity' ? [selectOf('subsidiary', 'Subsidiary', ['subsidiary'], { mandatory: true })] : [])],
  }));
}

/** Throws EmulatorFailure when a custom field cannot be had. */
export function createCatalog(installation: Pick<Installation, 'fields' | 'recordTypes' | 'lists' | 'features' | 'behaviour'>): Catalog {
  const types: RecordType[] = [
    ...standardTypes(installation).map((type) => {
      const key = type.table === 'customer' ? 'customer' : type.id;
      const own = installation.fields.filter((each) => each.appliesTo.includes(key)).map((each) => deployedField(each, 'custom'));
      return { ...type, fields: [...type.fields, ...own] };
    }),
    ...installation.recordTypes.map((type) => customRecord(type, type.fields.map((each) => deployedField(each, '')))),
    ...installation.lists.map(customList),
  ];
  const byId = new Map(types.map((type) => [type.id, type]));
  const fields = new Map(types.map((type) => [type.id, new Map(type.fields.map((each) => [each.id, each]))]));
  for (const type of types) {
    for (const each of type.fields) {
      for (const target of each.target?.kind === 'records' ? each.target.types : []) {
        if (!byId.has(target)) throw new EmulatorFailure('REFERENCE_UNKNOWN', `The field ${each.id} refers to ${target}, which the project does not have.`);
      }
    }
  }
  return {
    types,
    find: (id) => byId.get(id),
    inTable: (table) => types.filter((type) => type.table === table),
    fieldOf: (type, id) => fields.get(type.id)?.get(id),
  };
}

function deployedField(object: CustomFieldObject, container: string): Field {
  const result = customField(object, container);
  if ('problem' in result) throw new EmulatorFailure('OBJECT_TYPE_UNKNOWN', `The field ${object.scriptId} uses ${result.problem}, which is not emulated.`);
  return result;
}
