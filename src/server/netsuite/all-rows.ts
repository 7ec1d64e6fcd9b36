import query = require('N/query');

/** Rows that NetSuite gives for one query. */
const pageSize = 5000;

/** Every row of a SELECT whose condition ends in `… > ?` over its id: page by page behind the last id, since NetSuite's own paging ends at 100,000 rows. 10 units for each 5,000 rows. */
export function allRows(text: string, params: (string | number)[]): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  for (let last = 0; ; ) {
    const page = query.runSuiteQL({ query: `SELECT * FROM (${text} ORDER BY id) WHERE ROWNUM <= ${pageSize}`, params: [...params, last] }).asMappedResults();
    rows.push(...page);
    if (page.length < pageSize) return rows;
    last = Number(page.at(-1)?.['id']);
  }
}
