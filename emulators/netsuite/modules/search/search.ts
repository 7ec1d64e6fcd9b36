import type { Execution } from '../../executions/execution.ts';
import { loud, NotEmulated } from '../../not-emulated.ts';
import { requireLevel, visibleRows } from '../../records/access.ts';
import { loadState, typeNamed } from '../../records/load-record.ts';
import type { Field, Stored } from '../../records/field.ts';
import type { RecordType } from '../../records/record-type.ts';
import { formText, shownText } from '../../records/values.ts';
import { quoted } from '../../store/make-tables.ts';
import { defineModule, optionsOf, optionsOrFirst } from '../define-module.ts';
import type { ModuleFactory } from '../define-module.ts';
import { recordTypes } from '../record-types.ts';
import { columnNamed, conditionOf } from './filters.ts';

const operators = ['AFTER', 'ANYOF', 'BEFORE', 'CONTAINS', 'DOESNOTCONTAIN', 'EQUALTO', 'GREATERTHAN', 'GREATERTHANOREQUALTO', 'IS', 'ISEMPTY', 'ISNOT', 'ISNOTEMPTY', 'LESSTHAN', 'LESSTHANOREQUALTO', 'NONEOF', 'NOTEQUALTO', 'ON', 'ONORAFTER', 'ONORBEFORE', 'STARTSWITH', 'WITHIN'];
const mostRange = 1000;
const mostEach = 4000;

interface Column { name: string; sort: string | null }

/** N/search: lookupFields, and searches over one record type without joins. */
export const search: ModuleFactory = (execution) => defineModule(execution, 'N/search', {
  Type: recordTypes,
  Operator: Object.fromEntries(operators.map((name) => [name, name.toLowerCase()])),
  Sort: { ASC: 'ASC', DESC: 'DESC', NONE: 'NONE' },
  createColumn: (input: unknown) => ({ ...optionsOf('search.createColumn', input, ['name']) }),
  createFilter: (input: unknown) => ({ ...optionsOf('search.createFilter', input, ['name', 'operator']) }),
  lookupFields(input: unknown) {
    const options = optionsOf('search.lookupFields', input, ['type', 'id', 'columns']);
    execution.usage.charge(1);
    const { type, values, id } = loadState(execution, typeNamed(execution, String(options['type'])), Number(options['id']));
    const names = typeof options['columns'] === 'string' ? [options['columns']] : Array.from(options['columns'] as Iterable<string>);
    return execution.realm.adopt(Object.fromEntries(names.map((name) => {
      const { field } = columnNamed(execution, type, name);
      return [name, field === null ? [{ value: String(id), text: String(id) }] : lookedUp(execution, field, values[field.id] ?? null)];
    })));
  },
  create(input: unknown) {
    const options = optionsOf('search.create', input, ['type']);
    const type = typeNamed(execution, String(options['type']));
    const columns = Array.from((options['columns'] as Iterable<unknown> | undefined) ?? []).map((each): Column => {
      const column = (typeof each === 'string' ? { name: each } : each) as { name: string; join?: string; summary?: string; sort?: string };
      if (column.join !== undefined || column.summary !== undefined) throw new NotEmulated('N/search', `the ${column.join === undefined ? 'summary' : 'join'} of a column`);
      return { name: column.name, sort: column.sort ?? null };
    });
    const filters = options['filters'] ?? options['filterExpression'] ?? [];
    return loud('search.Search', {
      searchType: type.id,
      run: () => resultSet(execution, type, columns, Array.isArray(filters) ? filters : [filters]),
      runPaged() { throw new NotEmulated('N/search', 'Search.runPaged'); },
    });
  },
});

function lookedUp(execution: Execution, field: Field, stored: Stored): unknown {
  if (field.type === 'checkbox') return stored === 'T';
  if (field.type === 'select' || field.type === 'multiselect') return stored === null ? [] : [{ value: String(stored), text: shownText(execution, field, stored) }];
  return formText(execution, field, stored);
}

function resultSet(execution: Execution, type: RecordType, columns: Column[], filters: unknown[]): object {
  requireLevel(execution.principal, type, 1);
  const { store } = execution.world;

  function rows(start: number, count: number): object[] {
    const condition = conditionOf(execution, type, filters);
    const restriction = visibleRows(execution.principal, type.table);
    const order = columns.filter((column) => column.sort === 'ASC' || column.sort === 'DESC').map((column) => `${columnNamed(execution, type, column.name).sql} ${column.sort ?? ''}`);
    const staged = type.stage === null || type.id === 'customer' ? '' : ` AND searchstage = '${type.stage}'`;
    return store.all(
      `SELECT * FROM main.${quoted(type.table)} WHERE ${condition.sql}${staged}${restriction === null ? '' : ` AND ${restriction}`} ORDER BY ${[...order, 'id'].join(', ')} LIMIT ${count} OFFSET ${start}`,
      ...condition.values,
    ).map((row) => result(execution, type, columns, row as Record<string, Stored>));
  }

  return loud('search.ResultSet', {
    getRange(...args: unknown[]) {
      const { start, end } = optionsOrFirst('ResultSet.getRange', args, ['start', 'end'], ['start', 'end']);
      execution.usage.charge(10);
      return execution.realm.list(rows(Number(start), Math.min(mostRange, Number(end) - Number(start))));
    },
    each(callback: (row: object) => boolean) {
      execution.usage.charge(10);
      for (const row of rows(0, mostEach)) {
        if (callback(row) !== true) return;
      }
    },
  });
}

function result(execution: Execution, type: RecordType, columns: Column[], row: Record<string, Stored>): object {
  const read = (args: unknown[], text: boolean): unknown => {
    const name = String(optionsOrFirst('Result.getValue', args, ['name'])['name']);
    const { field } = columnNamed(execution, type, name);
    if (field === null) return String(row['id']);
    if (!columns.some((column) => column.name === name)) return null;
    const stored = row[field.id] ?? null;
    if (!text && field.type === 'checkbox') return stored === 'T';
    return text ? shownText(execution, field, stored) : formText(execution, field, stored);
  };
  return loud('search.Result', {
    id: String(row['id']), recordType: type.id,
    getValue: (...args: unknown[]) => read(args, false),
    getText: (...args: unknown[]) => read(args, true),
    toJSON: () => ({ recordType: type.id, id: String(row['id']), values: Object.fromEntries(columns.map((column) => [column.name, read([column.name], false)])) }),
  });
}
