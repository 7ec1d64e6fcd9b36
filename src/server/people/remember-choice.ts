import query = require('N/query');
import record = require('N/record');
import type { PersonRef } from '../../core/people/person.ts';
import { choice as ids } from '../netsuite/ids.ts';
import { callKey } from './call-key.ts';

function rowOf(number: string): { id: number; type: string; entity: number } | null {
  const [row] = query
    .runSuiteQL({ query: `SELECT c.id AS id, c.${ids.personType} AS type_, c.${ids.entity} AS entity FROM ${ids.type} c WHERE c.${ids.number} = ?`, params: [number] })
    .asMappedResults();
  return row ? { id: Number(row['id']), type: String(row['type_']), entity: Number(row['entity']) } : null;
}

/**
 * Remembers for the whole company whose number this is; a later choice replaces an earlier one. false: the text is no number.
 * Grants nothing: whoever may not see the person is not told of them. 10 units when it is known already, otherwise at most 28.
 */
export function rememberChoice(number: string, person: PersonRef): boolean {
  const key = callKey(number);
  if (key === null) return false;
  const kept = rowOf(key.number);
  if (kept) change(kept, person);
  else add(key.number, person);
  return true;
}

function change(kept: NonNullable<ReturnType<typeof rowOf>>, { type, id }: PersonRef): void {
  if (kept.type === type && kept.entity === id) return;
  record.submitFields({ type: ids.type, id: kept.id, values: { [ids.personType]: type, [ids.entity]: id } });
}

/** The external id keeps one row per number: when two people choose at once, the later of them changes the row of the other. */
function add(number: string, person: PersonRef): void {
  const row = record.create({ type: ids.type });
  row.setValue({ fieldId: 'externalid', value: `rcns:choice:${number}` });
  row.setValue({ fieldId: ids.number, value: number });
  row.setValue({ fieldId: ids.personType, value: person.type });
  row.setValue({ fieldId: ids.entity, value: person.id });
  try {
    row.save();
  } catch (failure) {
    const winner = rowOf(number);
    if (winner === null) throw failure;
    change(winner, person);
  }
}
