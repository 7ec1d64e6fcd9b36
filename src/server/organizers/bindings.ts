import record = require('N/record');
import { organizerHows, type OrganizerHow } from '../../wire/organizers/organizers.ts';
import { allRows } from '../netsuite/all-rows.ts';
import { errorName } from '../netsuite/error-name.ts';
import { extension as ids } from '../netsuite/ids.ts';

/** Employees by extension, of all extensions that have one. 10 units for each 5,000. */
export function organizersByExtension(): Map<string, number> {
  const rows = allRows(`SELECT x.id AS id, x.${ids.id} AS extension, x.${ids.employee} AS employee FROM ${ids.type} x WHERE x.${ids.employee} IS NOT NULL AND x.id > ?`, []);
  return new Map(rows.map((row) => [String(row['extension']), Number(row['employee'])]));
}

/** A row that says whose an extension is. */
export interface Binding { row: number; extensionId: string; extensionNumber: string; employee: { id: number; name: string } | null; how: OrganizerHow }

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** All rows there are. 10 units for each 5,000. */
export function bindings(): Binding[] {
  const columns = `x.id AS id, x.${ids.id} AS extension, x.${ids.number} AS number_, x.${ids.how} AS how, e.id AS employee, e.firstname AS firstname, e.lastname AS lastname`;
  return allRows(`SELECT ${columns} FROM ${ids.type} x LEFT JOIN employee e ON e.id = x.${ids.employee} WHERE x.id > ?`, []).map((row) => {
    const employee = Number(row['employee'] ?? 0);
    const how = organizerHows.find((known) => known === text(row['how'])) ?? 'connected';
    return {
      row: Number(row['id']), extensionId: text(row['extension']), extensionNumber: text(row['number_']), how: employee === 0 ? 'unmapped' : how,
      employee: employee === 0 ? null : { id: employee, name: [text(row['firstname']), text(row['lastname'])].filter((part) => part !== '').join(' ') },
    };
  });
}

export interface NewBinding { extensionId: string; extensionNumber: string; employee: number; how: Exclude<OrganizerHow, 'connected' | 'unmapped'> }

/** Says whose an extension is, in the row there is or in a new one. 6 units. */
export function bind({ extensionId, extensionNumber, employee, how }: NewBinding, row: number | null): void {
  const kept = row === null ? record.create({ type: ids.type }) : record.load({ type: ids.type, id: row });
  if (row === null) kept.setValue({ fieldId: 'externalid', value: `rcns:extension:${extensionId}` });
  kept.setValue({ fieldId: ids.id, value: extensionId });
  if (extensionNumber !== '') kept.setValue({ fieldId: ids.number, value: extensionNumber });
  kept.setValue({ fieldId: ids.employee, value: employee });
  kept.setValue({ fieldId: ids.how, value: how });
  try {
    kept.save();
  } catch (failure) {
    // The user connected this very moment, or another admin was faster: theirs stands, and is the better source.
    if (row !== null && errorName(failure) !== 'RCRD_HAS_BEEN_CHANGED') throw failure;
    if (row === null && !bindings().some((binding) => binding.extensionId === extensionId)) throw failure;
  }
}

/** Takes an extension away from its employee; whoever connects next has it. 4 units. */
export function unbind(row: number): void {
  record.delete({ type: ids.type, id: row });
}
