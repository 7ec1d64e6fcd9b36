import query = require('N/query');
import record = require('N/record');
import type * as v from 'valibot';
import type { BindAnswer, BindExtension } from '../../wire/session/session.ts';
import { extension as ids } from '../netsuite/ids.ts';

type Bound = v.InferOutput<typeof BindAnswer>;

/** Found by auto-match: a guess, which gives way to who signs in with the extension. */
const guessed = ['email', 'user-email', 'phone'];

/** Remembers whose extension this is: one row per extension. An extension that is another user's stays theirs; an admin settles it. */
export function bindExtension(extension: v.InferOutput<typeof BindExtension>, user: number): Bound {
  const owner = ownerOf(extension.extensionId);
  if (owner !== null) return guessed.includes(owner.how) ? confirm(owner.row, user) : boundTo(owner, user);
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
    return boundTo(winner, user);
  }
}

const boundTo = ({ employee }: Owner, user: number): Bound => ({ bound: employee === user ? 'same' : 'conflict' });

/** Whoever signs in with it knows better than a comparison of addresses. */
function confirm(id: number, user: number): Bound {
  const row = record.load({ type: ids.type, id });
  row.setValue({ fieldId: ids.employee, value: user });
  row.setValue({ fieldId: ids.how, value: '' });
  row.save();
  return { bound: 'new' };
}

/** `employee` 0: the row's employee was deleted. */
interface Owner { row: number; employee: number; how: string }

/** null without a row. */
function ownerOf(extensionId: string): Owner | null {
  const [row] = query.runSuiteQL({ query: `SELECT x.id AS id, x.${ids.employee} AS employee, x.${ids.how} AS how FROM ${ids.type} x WHERE x.${ids.id} = ?`, params: [extensionId] }).asMappedResults();
  return row ? { row: Number(row['id']), employee: Number(row['employee'] ?? 0), how: String(row['how'] ?? '') } : null;
}
