import { companyErrorWords, type CompanyErrors } from './check-company.ts';
import type { NetSuiteFailure } from '../../netsuite/failure.ts';

/** The fields that the server's refusal names in its detail, each with the sentence shown under it. */
export function refusedFields(failure: Pick<NetSuiteFailure, 'kind' | 'message'>): CompanyErrors {
  if (failure.kind !== 'refused') return {};
  const named = (Object.keys(companyErrorWords) as (keyof typeof companyErrorWords)[]).filter((field) => failure.message.includes(field));
  return Object.fromEntries(named.map((field) => [field, companyErrorWords[field]]));
}
