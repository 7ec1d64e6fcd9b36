import type { PageModel } from '../../pages/model.ts';
import { levelFor, requireLevel, visibleRows } from '../../records/access.ts';
import { recordPath } from '../../records/names.ts';
import type { Values } from '../../records/record-type.ts';
import { shownText } from '../../records/values.ts';
import { quoted } from '../../store/make-tables.ts';
import type { Actor } from '../execution.ts';
import { SuiteScriptError } from '../script-error.ts';
import { frameOf } from './frame.ts';
import { typeOfPage } from './page-type.ts';

const pageSize = 50;

/** A list of records, by name (phone calls: newest first), with a search over its text columns. */
export function listPage(actor: Actor, path: string, query: Record<string, string>): PageModel {
  const type = typeOfPage(actor.world, 'list', path, query);
  if (!type) throw new SuiteScriptError('INVALID_RCRD_TYPE', 'There is no such page.');
  requireLevel(actor.principal, type, 1);
  const search = (query['search'] ?? '').trim();
  const columns = type.listColumns.flatMap((id) => {
    const field = actor.world.catalog.fieldOf(type, id);
    return field ? [field] : [];
  });
  const conditions = [type.stage !== null ? `searchstage = '${type.stage}'` : '1 = 1', visibleRows(actor.principal, type.table)].filter((each) => each !== null);
  const searched = columns.filter((field) => ['text', 'phone', 'email'].includes(field.type));
  const values: string[] = [];
  if (search !== '') {
    conditions.push(`(${searched.map((field) => `INSTR(LOWER(IFNULL(${quoted(field.id)}, '')), ?) > 0`).join(' OR ')})`);
    values.push(...searched.map(() => search.toLowerCase()));
  }
  const where = conditions.join(' AND ');
  const { store } = actor.world;
  const total = Number(store.get(`SELECT COUNT(*) AS count FROM main.${quoted(type.table)} WHERE ${where}`, ...values)?.['count']);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, Math.trunc(Number(query['page'] ?? '1')) || 1), pages);
  const order = type.id === 'phonecall' || !searched[0] ? 'id DESC' : `${quoted(searched[0].id)} COLLATE NOCASE, id`;
  const rows = store.all(`SELECT * FROM main.${quoted(type.table)} WHERE ${where} ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`, ...values) as (Values & { id: number })[];
  const level = levelFor(actor.principal, type);
  return {
    kind: 'list', frame: frameOf(actor), title: type.plural, page, pages, total, search,
    columns: columns.map((field) => ({ id: field.id, label: field.label })),
    newLink: level >= 2 ? recordPath(type, null) : null,
    rows: rows.map((row) => ({
      link: recordPath(type, row.id), editLink: level >= 3 ? recordPath(type, row.id, true) : null,
      cells: Object.fromEntries(columns.map((field) => [field.id, shownText(actor, field, row[field.id] ?? null)])),
    })),
  };
}
