import type { Emulator } from '../netsuite/emulator.ts';

/** Runs one SuiteQL query in the account as its administrator; for tests and the demo's own use. */
export async function askNetSuite(netsuite: Emulator, sql: string, params: (string | number)[] = []): Promise<Record<string, string | number | null>[]> {
  const source = `define(['N/query'], function (query) {
    return { run: function () { return query.runSuiteQL({ query: ${JSON.stringify(sql)}, params: ${JSON.stringify(params)} }).asMappedResults(); } };
  });`;
  return (await netsuite.control.run(source)) as Record<string, string | number | null>[];
}
