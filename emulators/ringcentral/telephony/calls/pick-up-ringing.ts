import type { Extension } from '../contract.ts';
import type { Replaces } from '../sip/replaces.ts';
import type { NewCall } from '../sip/new-call.ts';
import type { CallTools } from './call-tools.ts';
import { joinByInvite } from './join-by-invite.ts';

/** The to-tag of a call that still rings, as presence gives it: no device has a tag yet. */
const RINGING_TAG = 'blf';

/**
 * Takes a ringing call with an INVITE of one's own: Replaces names the telephony session, `blf` and the ringing party. The
 * other devices of the extension are told who has it.
 *
 * @returns false when nothing of this extension rings under those names.
 */
export function pickUpRinging(tools: CallTools, replaces: Replaces, invited: NewCall, extension: Extension): boolean {
  const call = tools.calls().find(({ telephonySessionId }) => telephonySessionId === replaces.callId);
  const party = call?.session.numberOf(replaces.fromTag);
  const ringing = party === undefined ? undefined : call?.expected(party)?.ringing;
  if (!call || party === undefined || !ringing || replaces.toTag !== RINGING_TAG || !tools.dialogs.replaces.has('session-id')) return false;
  if (call.session.party(party).extensionId !== extension.extensionId) return false;
  ringing.silence(invited.contact.authorizationId);
  void joinByInvite(tools, call, party, { invited, extension, entersAs: 'Answered' }).accept();
  return true;
}
