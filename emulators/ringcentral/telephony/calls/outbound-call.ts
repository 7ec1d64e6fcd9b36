import type { Extension, PartyEnd } from '../contract.ts';
import type { NewCall } from '../sip/new-call.ts';
import { extensionEnd } from './call-tools.ts';
import type { CallTools } from './call-tools.ts';
import { createCall } from './create-call.ts';
import type { Call } from './call.ts';
import { joinByInvite } from './join-by-invite.ts';
import { ringOutside } from './ring-outside.ts';

/** Our user is party 1, the person outside party 2. */
const USER = 1;
const OUTSIDE = 2;

/** SIP status, reason of party 2, for a call that is over before it rings. */
const REFUSALS = {
  busy: { status: 486, reason: 'TargetBusy' },
  refuse: { status: 403, reason: 'Rejected' },
  'no digital line': { status: 403, reason: 'DestinationBlocked' },
} as const;

/** One of our users calls a number outside. The 200 comes at once; the person outside answers later. */
export function createOutboundCall(tools: CallTools, facts: { invited: NewCall; caller: Extension; callerNumber: string; e164: string }): Call {
  const { caller, e164 } = facts;
  const from = extensionEnd(caller, facts.callerNumber);
  const to: PartyEnd = { phoneNumber: e164 };
  const call = createCall(tools, { accountId: caller.accountId, direction: 'Outbound', from, to });
  const { session } = call;

  session.join({ direction: 'Outbound', extensionId: caller.extensionId, from, to, code: 'Setup' });
  const user = joinByInvite(tools, call, USER, { invited: facts.invited, extension: caller, number: facts.callerNumber, entersAs: 'Proceeding' });
  session.join({ direction: 'Outbound', from, to, code: 'Proceeding' });
  const outside = ringOutside(tools, call, OUTSIDE, to);
  session.move(USER, 'Proceeding');

  const behaviour = tools.behaviourOf(e164);
  const refusal = !caller.digitalLine ? REFUSALS['no digital line'] : behaviour === 'busy' || behaviour === 'refuse' ? REFUSALS[behaviour] : null;
  if (refusal) {
    user.refuseFor(OUTSIDE, refusal.status, refusal.reason);
  } else {
    void user.accept().then((up) => { if (up) outside.start(); });
  }
  return call;
}
