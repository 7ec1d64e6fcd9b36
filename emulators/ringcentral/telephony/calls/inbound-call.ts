import type { Extension, PartyEnd } from '../contract.ts';
import { extensionEnd } from './call-tools.ts';
import type { CallTools } from './call-tools.ts';
import { createCall } from './create-call.ts';
import type { Call } from './call.ts';
import { createOutsidePerson } from './outside-person.ts';
import { ringExtension } from './ring-extension.ts';

/** The person outside is party 1, our user party 2. */
const OUTSIDE = 1;
const CALLEE = 2;

/** Somebody outside calls one of our extensions: its devices ring, and the mailbox takes what they do not. */
export function createInboundCall(tools: CallTools, facts: { callee: Extension; from: PartyEnd }): Call {
  const { callee, from } = facts;
  const to = extensionEnd(callee, callee.phoneNumbers[0] ?? tools.directory.mainNumber);
  const call = createCall(tools, { accountId: callee.accountId, direction: 'Inbound', from, to });
  const { session } = call;
  session.join({ direction: 'Inbound', from, to, code: 'Setup' });
  session.join({ direction: 'Inbound', extensionId: callee.extensionId, from, to, code: 'Setup' });
  call.enter(createOutsidePerson({ call, party: OUTSIDE }, from));
  ringExtension(tools, call, CALLEE, { callee, from, to });
  return call;
}
