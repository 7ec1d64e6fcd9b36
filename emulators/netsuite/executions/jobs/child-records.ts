import type { SublistModel } from '../../pages/model.ts';
import { levelFor } from '../../records/access.ts';
import { recordPath } from '../../records/names.ts';
import type { RecordType, Values } from '../../records/record-type.ts';
import { shownText } from '../../records/values.ts';
import { quoted } from '../../store/make-tables.ts';
import type { Actor } from '../execution.ts';

const mostRows = 200;

/** Lists of the custom records that have this record for a parent, each under a subtab named like their type; none the role may not see. */
export function childRecords(actor: Actor, type: RecordType, id: number): (SublistModel & { subtab: string })[] {
  return actor.world.catalog.types.flatMap((child) => {
    if (levelFor(actor.principal, child) < 1) return [];
    return child.fields.flatMap((link) => {
      if (!link.parent || link.target?.kind !== 'records' || !link.target.types.includes(type.id)) return [];
      const columns = child.fields.filter((field) => field.custom && field.showInList && field.id !== link.id && field.displayType !== 'hidden');
      const rows = actor.world.store.all(`SELECT * FROM main.${quoted(child.table)} WHERE ${quoted(link.id)} = ? ORDER BY id LIMIT ${mostRows}`, id) as (Values & { id: number })[];
      return [{
        id: `recmach${link.id}`, label: child.label, subtab: `tab_${link.id}`, emptyText: 'No records to show.',
        columns: columns.map((field) => ({ id: field.id, label: field.label })),
        rows: rows.map((row) => ({ link: recordPath(child, row.id), cells: Object.fromEntries(columns.map((field) => [field.id, shownText(actor, field, row[field.id] ?? null)])) })),
      }];
    });
  });
}
