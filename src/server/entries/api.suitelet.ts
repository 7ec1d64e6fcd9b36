import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { ReadCallFields, SaveCallField } from '../../wire/people/call-card.ts';
import { WhoIsRequest } from '../../wire/people/who-is.ts';
import type { SessionAnswer } from '../../wire/session/session.ts';
import { SaveCompany } from '../../wire/settings/company.ts';
import { CreatePerson, LinkCalls, SearchPeople, SeePerson, UnlinkedCalls } from '../../wire/people/choose.ts';
import { linkCalls } from '../calls/link-calls.ts';
import { logBatch } from '../calls/log-batch.ts';
import { unlinkedCalls } from '../calls/unlinked-calls.ts';
import { createPerson } from '../people/create-person.ts';
import { searchPeople } from '../people/search-people.ts';
import { seePerson } from '../people/seen-person.ts';
import { currentBatchTools } from '../session/batch-tools.ts';
import { csrfToken } from '../session/csrf.ts';
import { answerJson, reading, type Action } from '../session/json-endpoint.ts';
import { companyRight } from '../session/rights.ts';
import { callCardActions } from '../settings/call-card-choice.ts';
import { readCompany, saveCompany } from '../settings/company.ts';
import { loggingActions } from '../settings/logging.ts';
import { readCallFields, saveCallField } from '../people/call-fields.ts';
import { whoIs } from '../people/who-is.ts';
import { indexActions } from '../people/index-card.ts';
import { organizerActions } from '../organizers/actions.ts';
import { reportActions } from '../reports/read-report.ts';
import { forAdmins } from '../session/for-admins.ts';
import { syncActions } from '../sync/actions.ts';

const actions: Record<string, Action> = {
  session: { changes: false, run: session },
  'who-is': { changes: false, run: (body) => ({ found: whoIs(reading(WhoIsRequest, body).numbers) }) },
  'search-people': { changes: false, run: (body) => ({ people: searchPeople(reading(SearchPeople, body).text) }) },
  'unlinked-calls': { changes: false, run: (body) => ({ numbers: unlinkedCalls(reading(UnlinkedCalls, body).number) }) },
  'link-calls': {
    changes: true,
    run: (body) => {
      const { number, person } = reading(LinkCalls, body);
      return linkCalls(number, person);
    },
  },
  'see-person': { changes: true, run: (body) => seePerson(reading(SeePerson, body).person) },
  'create-person': { changes: true, run: (body) => createPerson(reading(CreatePerson, body)) },
  'read-company': { changes: false, run: (_body, origin) => readCompany(origin) },
  'save-company': { changes: true, run: (body, origin) => saveCompany(reading(SaveCompany, body, 'BAD_SETTING'), origin) },
  'read-call-fields': { changes: false, run: (body) => readCallFields(reading(ReadCallFields, body)) },
  'save-call-field': { changes: true, run: (body) => saveCallField(reading(SaveCallField, body)) },
  ...forAdmins({ ...syncActions, ...organizerActions, ...loggingActions, ...callCardActions, ...indexActions, ...reportActions }),
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
