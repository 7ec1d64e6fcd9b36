import type { SublistModel } from '../../pages/model.ts';
import { levelFor, visibleRows } from '../../records/access.ts';
import { recordPath } from '../../records/names.ts';
import type { RecordType, Values } from '../../records/record-type.ts';
import { shownText } from '../../records/values.ts';
import type { Actor } from '../execution.ts';

const mostRows = 200;

/** Column of the phone call that refers to each kind of record. */
const linkedBy: Record<string, string> = { customer: 'company', vendor: 'company', partner: 'company', contact: 'contact', employee: 'assigned' };

/** Communication > Activities of an entity: its phone calls, newest first; null where the role may not see phone calls. */
export function activities(actor: Actor, type: RecordType, id: number): SublistModel | null {
  const link = linkedBy[type.table];
  const calls = actor.world.catalog.find('phonecall');
  if (link === undefined || !calls || levelFor(actor.principal, calls) < 1) return null;
  const restriction = visibleRows(actor.principal, 'phonecall');
  const rows = actor.world.store.all(
    `SELECT * FROM main.phonecall WHERE ${link} = ?${restriction === null ? '' : ` AND ${restriction}`} ORDER BY startdate DESC, id DESC LIMIT ${mostRows}`, id,
  ) as (Values & { id: number })[];
  const ids = ['startdate', 'title', 'status', 'assigned', 'contact', 'phone'].filter((each) => each !== link);
  const fields = calls.fields.filter((field) => field.custom && field.showInList && field.displayType !== 'hidden').map((field) => field.id);
  const columns = [...ids, ...fields].flatMap((column) => {
    const field = actor.world.catalog.fieldOf(calls, column);
    return field ? [field] : [];
  });
  return {
    id: 'activities', label: 'Activities', subtab: 'activities', emptyText: 'No activities.',
    columns: columns.map((field) => ({ id: field.id, label: field.label })),
    rows: rows.map((row) => ({ link: recordPath(calls, row.id), cells: Object.fromEntries(columns.map((field) => [field.id, shownText(actor, field, row[field.id] ?? null)])) })),
  };
}
