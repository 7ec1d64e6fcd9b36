import { newTag, userOf } from '../sip/address.ts';
import { headerOf } from '../sip/message.ts';
import { readReplaces } from '../sip/replaces.ts';
import type { NewCall } from '../sip/new-call.ts';
import { refuseUnemulated } from '../sip/unemulated.ts';
import type { CallTools } from './call-tools.ts';
import type { Call } from './call.ts';
import type { Conferences } from './control/conference.ts';
import type { Orbits } from './control/park.ts';
import { createInternalCall } from './internal-call.ts';
import { createOutboundCall } from './outbound-call.ts';
import { pickUpRinging } from './pick-up-ringing.ts';
import { callerNumber, route } from './route.ts';

/** A user dials: to a colleague, to somebody outside, into a call that waits, or to nobody. */
export function startCall(tools: CallTools, invited: NewCall, places: { orbits: Orbits; conferences: Conferences; add(call: Call): void }): void {
  const { invite, connection, contact } = invited;
  const { directory } = tools;
  const caller = directory.byExtensionId(contact.extensionId);
  if (!caller) { connection.respond(invite, 403, { tag: newTag() }); return; }
  const refuse = (status: number): void => {
    const tag = newTag();
    connection.respond(invite, 100);
    connection.respond(invite, 183, { tag });
    connection.respond(invite, status, { tag });
  };
  const destination = route(userOf(invite.uri) ?? '', directory);
  const replaces = readReplaces(headerOf(invite, 'Replaces'));
  if (destination.is === 'orbit') {
    if (!places.orbits.pickUp(destination.orbit, invited, caller)) refuse(404);
    return;
  }
  if (headerOf(invite, 'Replaces') !== undefined) {
    if (!replaces || !pickUpRinging(tools, replaces, invited, caller)) refuse(481);
    return;
  }
  const asked = userOf(headerOf(invite, 'P-Asserted-Identity') ?? '');
  const facts = { invited, caller, callerNumber: callerNumber(caller, asked, directory.mainNumber) };
  if (destination.is === 'extension') {
    places.add(createInternalCall(tools, { ...facts, callee: destination.extension, dialled: destination.dialled }));
  } else if (destination.is === 'outside') {
    places.add(createOutboundCall(tools, { ...facts, e164: destination.e164 }));
  } else if (destination.is === 'conference') {
    if (!places.conferences.hostDials(destination.token, invited, caller)) refuse(404);
  } else if (destination.is === 'feature') {
    const tag = newTag();
    connection.respond(invite, 100);
    connection.respond(invite, 183, { tag });
    refuseUnemulated(invite, connection, destination.what);
    return;
  } else {
    refuse(404);
    return;
  }
  tools.changed();
}
