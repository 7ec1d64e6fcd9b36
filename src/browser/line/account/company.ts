import * as v from 'valibot';
import { CompanyForMembers } from '../../../wire/settings/company.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { Store } from '../store/store.ts';

/** The company's settings, from NetSuite; while it cannot be asked, as they were last. */
export function createCompany({ netsuite, store, name }: { netsuite: Pick<NetSuiteClient, 'company'>; store: Store; name: string }) {
  return {
    /** Throws NetSuiteFailure when nobody has ever told. */
    async read(): Promise<CompanyForMembers> {
      try {
        const company = await netsuite.company();
        await store.set(name, company);
        return company;
      } catch (failure) {
        const kept = v.safeParse(CompanyForMembers, await store.get(name));
        if (kept.success) return kept.output;
        throw failure;
      }
    },
  };
}
