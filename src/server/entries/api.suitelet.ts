import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { WhoIsRequest } from '../../wire/people/who-is.ts';
import { SaveCompany } from '../../wire/settings/company.ts';
import { logBatch } from '../calls/log-batch.ts';
import { currentCaller } from '../session/caller.ts';
import { csrfToken } from '../session/csrf.ts';
import { answerJson, reading, type Action } from '../session/json-endpoint.ts';
import { companyRight } from '../session/rights.ts';
import { readCompany, saveCompany } from '../settings/company.ts';
import { whoIs } from '../people/who-is.ts';

const actions: Record<string, Action> = {
  session: { changes: false, run: () => ({ csrf: csrfToken(), user: { id: runtime.getCurrentUser().id, name: runtime.getCurrentUser().name }, company: companyRight() }) },
  'who-is': { changes: false, run: (body) => ({ found: whoIs(reading(WhoIsRequest, body).numbers) }) },
  'read-company': { changes: false, run: (_body, origin) => readCompany(origin) },
  'save-company': { changes: true, run: (body, origin) => saveCompany(reading(SaveCompany, body, 'BAD_SETTING'), origin) },
  // Stands in for the RESTlet when the account's pool is full: same body, same answer.
  'log-calls': { changes: true, whole: true, run: (body) => logBatch(body, { account: runtime.accountId, caller: currentCaller(), remainingUnits: () => runtime.getCurrentScript().getRemainingUsage() }) },
};

/** What pages ask for under the role of the person looking at them. */
export function onRequest({ request, response }: EntryPoints.Suitelet.onRequestContext): void {
  answerJson(request, response, actions);
}
