import type { RecordType } from '../../records/record-type.ts';

type Call = 'create' | 'load' | 'copy' | 'save' | 'delete' | 'submitFields';

const perCall: Record<Call, { other: number; custom: number }> = {
  create: { other: 5, custom: 2 }, load: { other: 5, custom: 2 }, copy: { other: 5, custom: 2 },
  save: { other: 10, custom: 4 }, delete: { other: 10, custom: 4 }, submitFields: { other: 5, custom: 2 },
};

/** Units of a call on a record (netsuite.md 4.6). */
export function units(type: RecordType, call: Call): number {
  return perCall[call][type.cost];
}
