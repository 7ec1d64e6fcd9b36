import { json, type Answer } from '../http/answer.ts';
import { invalidParameter } from '../http/platform-error.ts';
import type { RestCall } from './operation.ts';

/** A page of records with `paging` and `navigation` (ringcentral.md 2.1): pages count from 1, `pageStart`/`pageEnd` from 0. */
export function listAnswer(call: RestCall, path: string, records: object[]): Answer {
  const page = positive(call.query, 'page', 1);
  const perPage = Math.min(1000, positive(call.query, 'perPage', 100));
  const totalPages = Math.max(1, Math.ceil(records.length / perPage));
  const start = (page - 1) * perPage;
  const shown = records.slice(start, start + perPage);
  const uri = (number: number): { uri: string } => ({ uri: `${call.origin}${path}?page=${number}&perPage=${perPage}` });
  return json({
    uri: uri(page).uri,
    records: shown,
    paging: {
      page, perPage, totalPages, totalElements: records.length,
      ...(shown.length > 0 ? { pageStart: start, pageEnd: start + shown.length - 1 } : {}),
    },
    navigation: {
      firstPage: uri(1), lastPage: uri(totalPages),
      ...(page > 1 ? { previousPage: uri(page - 1) } : {}), ...(page < totalPages ? { nextPage: uri(page + 1) } : {}),
    },
  });
}

function positive(query: URLSearchParams, name: string, otherwise: number): number {
  const given = query.get(name);
  if (given === null) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw invalidParameter(name);
  return Number(given);
}
