import type { Emulator } from '../netsuite/emulator.ts';
import { businessRows, contactRows, staffRows, territory, type Row } from './rows.ts';

/** Creates the demo company's records as a CSV import would, user events on, then fills the phone index with its own map/reduce. */
export async function seedCompany(netsuite: Emulator, employeeId: (email: string) => number, say: (line: string) => void): Promise<void> {
  const { control } = netsuite;
  const ids = new Map<string, number>();
  const create = async (rows: Row[]): Promise<void> => {
    const made = await control.import(
      rows.map(({ type, externalId, values, link }) => ({
        type,
        externalId,
        values: {
          ...values,
          ...(link ? { [link.field]: ids.get(link.externalId) ?? null } : {}),
          ...(territory.customers.includes(externalId) ? { salesrep: employeeId(territory.salesRep) } : {}),
        },
      })),
    );
    made.forEach(({ id }, at) => ids.set(rows[at]?.externalId ?? '', id));
  };
  say(`Creating ${businessRows.length + contactRows.length + staffRows.length} records…`);
  await create(businessRows);
  await create(staffRows);
  await create(contactRows);
  say('Filling the phone index…');
  const filled = await control.runTask({ scriptId: 'customscript_rcns_phone_index', deploymentId: 'customdeploy_rcns_phone_index' });
  const [error] = filled.errors;
  if (filled.status !== 'COMPLETE' || error) throw new Error(`The phone index could not be filled: ${error?.message ?? filled.status}`);
}
