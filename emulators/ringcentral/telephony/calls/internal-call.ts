import type { Extension } from '../contract.ts';
import type { NewCall } from '../sip/new-call.ts';
import { extensionEnd } from './call-tools.ts';
import type { CallTools } from './call-tools.ts';
import { createCall } from './create-call.ts';
import type { Call } from './call.ts';
import { joinByInvite } from './join-by-invite.ts';
import { ringExtension } from './ring-extension.ts';

const CALLER = 1;
const CALLEE = 2;

/**
 * One of our users calls another: both ends are real pages, and the switch carries the sound between them. The caller's party
 * is Answered at once, as recorded, long before a person answers.
 */
export function createInternalCall(tools: CallTools, facts: { invited: NewCall; caller: Extension; callerNumber: string; callee: Extension; dialled: string }): Call {
  const { caller, callee, dialled } = facts;
  const byNumber = dialled.startsWith('+');
  const from = extensionEnd(caller, byNumber ? facts.callerNumber : undefined);
  const to = extensionEnd(callee, byNumber ? dialled : undefined);
  const call = createCall(tools, { accountId: caller.accountId, direction: 'Outbound', from, to });
  const { session } = call;
  session.join({ direction: 'Outbound', extensionId: caller.extensionId, from, to, code: 'Setup' });
  session.join({ direction: 'Inbound', extensionId: callee.extensionId, from, to, code: 'Setup' });
  const user = joinByInvite(tools, call, CALLER, { invited: facts.invited, extension: caller, ...(byNumber ? { number: facts.callerNumber } : {}), entersAs: 'Answered' });
  void user.accept().then((up) => { if (up) ringExtension(tools, call, CALLEE, { callee, from, to }); });
  return call;
}
