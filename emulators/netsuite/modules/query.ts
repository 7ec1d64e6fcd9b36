import type { Execution } from '../executions/execution.ts';
import { loud } from '../not-emulated.ts';
import { countRows, runQuery } from '../suiteql/run.ts';
import type { QueryRows } from '../suiteql/run.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { defineModule, optionsOf, optionsOrFirst } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

const mostRows = 5_000;
const mostPagedRows = 100_000;

/** N/query: SuiteQL. */
export const query: ModuleFactory = (execution) => defineModule(execution, 'N/query', {
  runSuiteQL(...args: unknown[]) {
    const options = optionsOrFirst('query.runSuiteQL', args, ['query', 'params']);
    execution.usage.charge(10);
    return resultSet(execution, runQuery(execution, String(options['query']), valuesOf(options['params']), mostRows));
  },
  runSuiteQLPaged(input: unknown) {
    const options = optionsOf('query.runSuiteQLPaged', input, ['query']);
    execution.usage.charge(10);
    const statement = String(options['query']);
    const values = valuesOf(options['params']);
    const pageSize = Number(options['pageSize'] ?? 50);
    if (pageSize < 5 || pageSize > 1000) throw new SuiteScriptError('SSS_INVALID_PAGE_SIZE', 'A page must have 5 to 1,000 rows.');
    runQuery(execution, statement, values, 0);
    const count = Math.min(countRows(execution, statement, values), mostPagedRows);
    const ranges = Array.from({ length: Math.ceil(count / pageSize) }, (_, index) => ({ index, size: Math.min(pageSize, count - index * pageSize) }));

    function fetch(index: number): object {
      return loud('query.Page', {
        data: resultSet(execution, runQuery(execution, statement, values, Math.min(pageSize, mostPagedRows - index * pageSize), index * pageSize)),
        pageRange: execution.realm.adopt(ranges[index]), isFirst: index === 0, isLast: index >= ranges.length - 1,
      });
    }
    return loud('query.PagedData', {
      count, pageSize, pageRanges: execution.realm.adopt(ranges),
      fetch: (...given: unknown[]) => fetch(Number(optionsOrFirst('PagedData.fetch', given, ['index'])['index'])),
      iterator: () => loud('query.Iterator', {
        each(callback: (page: { value: object }) => boolean) {
          for (const range of ranges) {
            if (!callback(loud('query.PageIteration', { value: fetch(range.index) }) as { value: object })) return;
          }
        },
      }),
    });
  },
});

function valuesOf(given: unknown): unknown[] {
  return given === undefined || given === null ? [] : Array.from(given as Iterable<unknown>);
}

function resultSet(execution: Execution, { columns, rows }: QueryRows): object {
  const mapped = (row: unknown[]): Record<string, unknown> => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
  return loud('query.ResultSet', {
    asMappedResults: () => execution.realm.adopt(rows.map(mapped)),
    get results() { return execution.realm.list(rows.map((row) => loud('query.Result', { values: execution.realm.adopt(row), asMap: () => execution.realm.adopt(mapped(row)) }))); },
  });
}
