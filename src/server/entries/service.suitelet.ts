import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { KeepPicture } from '../../wire/messages/keep-picture.ts';
import { RememberChoice } from '../../wire/people/choose.ts';
import { BindExtension } from '../../wire/session/session.ts';
import { keepPicture } from '../messages/keep-picture.ts';
import { tellChosenFields } from '../people/chosen-fields.ts';
import { rememberChoice } from '../people/remember-choice.ts';
import { requireSeen } from '../people/seen-person.ts';
import { bindExtension } from '../ringcentral/bind-extension.ts';
import { answerJson, reading, type Action } from '../session/json-endpoint.ts';
import { callCardChoice } from '../settings/call-card-choice.ts';
import { companyForMembers } from '../settings/company.ts';

const actions: Record<string, Action> = {
  company: { changes: false, run: (_body, origin) => companyForMembers(origin) },
  'call-card': { changes: false, run: () => tellChosenFields(callCardChoice()) },
  // For the caller alone: the user's id comes from the session, never from the body.
  'bind-extension': { changes: true, run: (body) => bindExtension(reading(BindExtension, body), runtime.getCurrentUser().id) },
  // Members need not be able to write the File Cabinet; whose message it is is looked up.
  'keep-picture': { changes: true, run: (body, origin) => ({ kept: keepPicture(reading(KeepPicture, body), { user: runtime.getCurrentUser().id, origin }) }) },
  // Members may view entries of ours, not write them.
  'remember-choice': {
    changes: true,
    run: (body) => {
      const { number, person } = reading(RememberChoice, body);
      requireSeen(person);
      return { remembered: rememberChoice(number, person) };
    },
  },
};

/** What every user needs although their role may not read it; runs as the service role. */
export function onRequest({ request, response }: EntryPoints.Suitelet.onRequestContext): void {
  answerJson(request, response, actions);
}
