import type { Emulator } from '../netsuite/emulator.ts';
import { businessRows, contactRows, staffRows, territory, type Row } from './rows.ts';

/** Reads ids by external id; runs inside NetSuite as an administrator's one-off script. */
const idsScript = (externalIds: string[]): string => `
define(['N/query'], function (query) {
  return { execute: function () {
    var wanted = ${JSON.stringify(externalIds)};
    var rows = query.runSuiteQL({ query: 'SELECT id, externalid FROM entity WHERE externalid IS NOT NULL' }).asMappedResults();
    var ids = {};
    rows.forEach(function (row) { if (wanted.indexOf(row.externalid) >= 0) ids[row.externalid] = row.id; });
    return ids;
  } };
});`;
void idsScript;

/** Creates the demo company's records as a CSV import would, user events on, then fills the phone index with its own map/reduce. */
export async function seedCompany(netsuite: Emulator, say: (line: string) => void): Promise<void> {
  const { control } = netsuite;
  const ids = new Map<string, number>();
  const create = async (rows: Row[]): Promise<void> => {
    const made = await control.import(rows.map(({ type, externalId, values, link }) => ({ type, externalId, values: link ? { ...values, [link.field]: ids.get(link.externalId) ?? '' } : values })));
    made.forEach((id, at) => ids.set(rows[at]?.externalId ?? '', id));
  };
  say(`Creating ${businessRows.length + contactRows.length + staffRows.length} records…`);
  await create(businessRows);
  await create(staffRows);
  await create(contactRows);
  void territory;
  say('Filling the phone index…');
  await control.runTask({ scriptId: 'customscript_rcns_phone_index', deploymentId: 'customdeploy_rcns_phone_index' });
}
