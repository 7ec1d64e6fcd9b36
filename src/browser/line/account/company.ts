import * as v from 'valibot';
import { CompanyForMembers } from '../../../wire/settings/company.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { Store } from '../store/store.ts';

/** The company's settings at NetSuite, and as they were last: enough to start the phone before NetSuite has answered. */
export function createCompany({ netsuite, store, name }: { netsuite: Pick<NetSuiteClient, 'company'>; store: Store; name: string }) {
  return {
    /** null: this browser was never told. */
    async known(): Promise<CompanyForMembers | null> {
      const kept = v.safeParse(CompanyForMembers, await store.get(name));
      return kept.success ? kept.output : null;
    },
    /** Throws NetSuiteFailure. */
    async read(): Promise<CompanyForMembers> {
      const company = await netsuite.company();
      await store.set(name, company);
      return company;
    },
  };
}
