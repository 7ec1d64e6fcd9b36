import type { HowFarEndBehaves } from '../contract.ts';
import { newTag, userOf } from '../sip/address.ts';
import { headerOf } from '../sip/message.ts';
import type { NewCall } from '../sip/switchboard.ts';
import { refuseUnemulated } from '../sip/unemulated.ts';
import type { CallTools } from './call-tools.ts';
import { createInternalCall } from './internal-call.ts';
import type { LiveCall } from './live-call.ts';
import { createOutboundCall } from './outbound-call.ts';
import { callerNumber, route } from './route.ts';

/** A user dials: to a colleague, to somebody outside, or to nobody. */
export function startCall(
  tools: CallTools, call: NewCall, switchState: { behaviours: ReadonlyMap<string, HowFarEndBehaves>; add(call: LiveCall): void },
): void {
  const { invite, connection, contact } = call;
  const { directory } = tools;
  const caller = directory.byExtensionId(contact.extensionId);
  if (!caller) { connection.respond(invite, 403, { tag: newTag() }); return; }
  const destination = route(userOf(invite.uri) ?? '', directory);
  const asked = userOf(headerOf(invite, 'P-Asserted-Identity') ?? '');
  const facts = { ...call, caller, callerNumber: callerNumber(caller, asked, directory.mainNumber) };
  if (destination.is === 'extension') {
    switchState.add(createInternalCall(tools, { ...facts, callee: destination.extension, dialled: destination.dialled }));
  } else if (destination.is === 'outside') {
    switchState.add(createOutboundCall(tools, { ...facts, e164: destination.e164, behaviour: behaviourOf(destination.e164, switchState.behaviours) }));
  } else {
    const tag = newTag();
    connection.respond(invite, 100);
    connection.respond(invite, 183, { tag });
    if (destination.is === 'feature') refuseUnemulated(invite, connection, destination.what);
    else connection.respond(invite, 404, { tag });
    return;
  }
  tools.changed();
}

/** The number's own behaviour, else that of the longest ending that was mapped (a key without `+`), else it rings. */
function behaviourOf(e164: string, behaviours: ReadonlyMap<string, HowFarEndBehaves>): HowFarEndBehaves {
  const exact = behaviours.get(e164);
  if (exact) return exact;
  const endings = [...behaviours.keys()].filter((key) => !key.startsWith('+') && e164.endsWith(key)).sort((a, b) => b.length - a.length);
  return behaviours.get(endings[0] ?? '') ?? 'ring';
}
