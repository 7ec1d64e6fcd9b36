import { NotEmulated } from '../../not-emulated.ts';
import { typeNamed } from '../../records/load-record.ts';
import { newState, setStored } from '../../records/record-state.ts';
import { saveState } from '../../records/save-record.ts';
import { storedFromScript, storedFromText } from '../../records/values.ts';
import type { Actor } from '../execution.ts';
import type { ImportRow } from '../job.ts';
import { failureOf, SuiteScriptError } from '../script-error.ts';

/** Creates records as a CSV import does: through the record rules, user events on. Stops at the first row that is refused. */
export function importRows(actor: Actor, rows: ImportRow[]): { id: number }[] {
  return rows.map((row, index) => {
    try {
      return importRow(actor, row);
    } catch (error) {
      const { code, message } = failureOf(error);
      throw new SuiteScriptError(code, `Row ${index + 1}: ${message}`);
    }
  });
}

function importRow(actor: Actor, row: ImportRow): { id: number } {
  const type = typeNamed(actor, row.type);
  const state = newState(type, false);
  for (const [id, value] of Object.entries({ ...row.values, ...(row.externalId === undefined ? {} : { externalid: row.externalId }) })) {
    const field = actor.world.catalog.fieldOf(type, id);
    if (!field?.writable) throw new NotEmulated(`import of ${type.id}`, `the field ${id}`);
    setStored(state, id, typeof value === 'string' ? storedFromText(actor, field, value) : storedFromScript(field, value));
  }
  return { id: saveState(actor, state) };
}
