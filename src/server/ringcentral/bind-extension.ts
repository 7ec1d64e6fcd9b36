import query = require('N/query');
import record = require('N/record');
import type * as v from 'valibot';
import type { BindAnswer, BindExtension } from '../../wire/session/session.ts';
import { extension as ids } from '../netsuite/ids.ts';

type Bound = v.InferOutput<typeof BindAnswer>;

/** Remembers whose extension this is: one row per extension. An extension that is another user's stays theirs; an admin settles it. */
export function bindExtension(extension: v.InferOutput<typeof BindExtension>, user: number): Bound {
  const owner = ownerOf(extension.extensionId);
  if (owner !== null) return { bound: owner === user ? 'same' : 'conflict' };
  try {
    const row = record.create({ type: ids.type });
    row.setValue({ fieldId: 'externalid', value: `rcns:extension:${extension.extensionId}` });
    row.setValue({ fieldId: ids.id, value: extension.extensionId });
    row.setValue({ fieldId: ids.number, value: extension.extensionNumber });
    row.setValue({ fieldId: ids.employee, value: user });
    row.save();
    return { bound: 'new' };
  } catch (failure) {
    // Somebody was faster, or NetSuite refused for another reason: then it is thrown.
    const winner = ownerOf(extension.extensionId);
    if (winner === null) throw failure;
    return { bound: winner === user ? 'same' : 'conflict' };
  }
}

/** Employee id; 0 for a row whose employee was deleted; null without a row. */
function ownerOf(extensionId: string): number | null {
  const [row] = query.runSuiteQL({ query: `SELECT x.${ids.employee} AS employee FROM ${ids.type} x WHERE x.${ids.id} = ?`, params: [extensionId] }).asMappedResults();
  return row ? Number(row['employee'] ?? 0) : null;
}
