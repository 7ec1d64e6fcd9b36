import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { WhoIsRequest } from '../../wire/people/who-is.ts';
import type { SessionAnswer } from '../../wire/session/session.ts';
import { SaveCompany } from '../../wire/settings/company.ts';
import { SaveDispositions, SaveWhatToLog } from '../../wire/settings/logging.ts';
import { logBatch } from '../calls/log-batch.ts';
import { currentBatchTools } from '../session/batch-tools.ts';
import { csrfToken } from '../session/csrf.ts';
import { answerJson, reading, type Action } from '../session/json-endpoint.ts';
import { companyRight } from '../session/rights.ts';
import { readCompany, saveCompany } from '../settings/company.ts';
import { readLogging, saveChoices, saveLogging } from '../settings/logging.ts';
import { whoIs } from '../people/who-is.ts';
import { organizerActions } from '../organizers/actions.ts';
import { forAdmins } from '../session/for-admins.ts';
import { syncActions } from '../sync/actions.ts';

const actions: Record<string, Action> = {
  session: { changes: false, run: session },
  'who-is': { changes: false, run: (body) => ({ found: whoIs(reading(WhoIsRequest, body).numbers) }) },
  'read-company': { changes: false, run: (_body, origin) => readCompany(origin) },
  'save-company': { changes: true, run: (body, origin) => saveCompany(reading(SaveCompany, body, 'BAD_SETTING'), origin) },
  'read-logging': { changes: false, run: () => readLogging() },
  'save-what-to-log': { changes: true, run: (body) => saveLogging(reading(SaveWhatToLog, body, 'BAD_SETTING')) },
  'save-dispositions': { changes: true, run: (body) => saveChoices(reading(SaveDispositions, body, 'BAD_SETTING')) },
  ...forAdmins({ ...syncActions, ...organizerActions }),
  // Stands in for the RESTlet when the account's pool is full: same body, same answer.
  'log-calls': { changes: true, whole: true, run: (body) => logBatch(body, currentBatchTools()) },
};

function session(): SessionAnswer {
  const { id, name } = runtime.getCurrentUser();
  return { csrf: csrfToken(), user: { id, name }, company: companyRight() };
}

/** What pages ask for under the role of the person looking at them. */
export function onRequest({ request, response }: EntryPoints.Suitelet.onRequestContext): void {
  answerJson(request, response, actions);
}
