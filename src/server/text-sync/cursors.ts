import query = require('N/query');
import record = require('N/record');
import type { Record as NetSuiteRecord } from 'N/record';
import { errorName } from '../netsuite/error-name.ts';
import { extension, message, textCursor as ids } from '../netsuite/ids.ts';
import { inList } from '../netsuite/in-list.ts';
import { readCursorState, type TextCursorState } from './text-cursor-state.ts';

const mostRows = 5000;
const mostTries = 5;

/** An extension whose turn it is. `zone`: in which its user's days are reckoned; null: nobody has said yet. */
export interface Turn { extensionId: string; organizer: number; zone: string | null }

/** Extensions that have an employee, whose turn is longest ago first. 20 units. */
export function turns(most: number): Turn[] {
  const rows = query
    .runSuiteQL({
      query:
        `SELECT x.${extension.id} AS extension, x.${extension.employee} AS employee, c.${ids.turn} AS turn FROM ${extension.type} x ` +
        `LEFT JOIN ${ids.type} c ON c.${ids.extension} = x.${extension.id} WHERE x.${extension.employee} IS NOT NULL AND ROWNUM <= ${mostRows}`,
      params: [],
    })
    .asMappedResults()
    .map((row) => ({ extensionId: String(row['extension']), organizer: Number(row['employee']), turn: String(row['turn'] ?? '') }))
    .sort((a, b) => (a.turn < b.turn ? -1 : a.turn > b.turn ? 1 : 0))
    .slice(0, most);
  const zones = zonesOf(rows.map(({ extensionId }) => extensionId));
  return rows.map(({ extensionId, organizer }) => ({ extensionId, organizer, zone: zones.get(extensionId) ?? null }));
}

/** The zone of the last message that each user's own phone logged. 10 units. */
function zonesOf(extensionIds: readonly string[]): Map<string, string> {
  if (extensionIds.length === 0) return new Map();
  const rows = query
    .runSuiteQL({
      query:
        `SELECT m.${message.extension} AS extension, m.${message.zone} AS zone FROM ${message.type} m WHERE m.id IN ` +
        `(SELECT MAX(k.id) FROM ${message.type} k WHERE k.${message.zone} IS NOT NULL AND ${inList(`k.${message.extension}`, extensionIds)} GROUP BY k.${message.extension})`,
      params: [...extensionIds],
    })
    .asMappedResults();
  return new Map(rows.map((row) => [String(row['extension']), String(row['zone'])]));
}

const rowOf = (extensionId: string): number | null => {
  const [row] = query.runSuiteQL({ query: `SELECT c.id AS id FROM ${ids.type} c WHERE c.${ids.extension} = ?`, params: [extensionId] }).asMappedResults();
  return row ? Number(row['id']) : null;
};

const stateOf = (row: Pick<NetSuiteRecord, 'getValue'> | null): TextCursorState => readCursorState(String(row?.getValue({ fieldId: ids.state }) ?? ''));

/** 12 units. */
export function loadCursor(extensionId: string): TextCursorState {
  const id = rowOf(extensionId);
  return stateOf(id === null ? null : record.load({ type: ids.type, id }));
}

/** Changes what is remembered of an extension, over what another run writes at the same time. `trouble` null: none. 16 units. */
export function changeCursor(extensionId: string, turn: { at: number; trouble: string | null } | null, change: (state: TextCursorState) => TextCursorState): TextCursorState {
  for (let tries = 1; ; tries++) {
    const found = rowOf(extensionId);
    const row = found === null ? record.create({ type: ids.type }) : record.load({ type: ids.type, id: found });
    if (found === null) {
      row.setValue({ fieldId: 'externalid', value: `rcns:texts:${extensionId}` });
      row.setValue({ fieldId: ids.extension, value: extensionId });
    }
    const next = change(stateOf(row));
    row.setValue({ fieldId: ids.state, value: JSON.stringify(next) });
    row.setValue({ fieldId: ids.pending, value: next.next !== null });
    if (turn) {
      row.setValue({ fieldId: ids.turn, value: new Date(turn.at).toISOString() });
      row.setValue({ fieldId: ids.trouble, value: turn.trouble ?? '' });
    }
    try {
      row.save();
      return next;
    } catch (failure) {
      if ((found !== null && errorName(failure) !== 'RCRD_HAS_BEEN_CHANGED') || tries === mostTries) throw failure;
    }
  }
}

/** Extensions that a run has read and not ended yet. 10 units. */
export const pendingCursors = (): string[] =>
  query.runSuiteQL({ query: `SELECT c.${ids.extension} AS extension FROM ${ids.type} c WHERE c.${ids.pending} = 'T' AND ROWNUM <= ${mostRows}`, params: [] }).asMappedResults().map((row) => String(row['extension']));
