import type { Connection } from './connection.ts';
import { callIdOf } from './connection.ts';
import type { Credentials } from './credentials.ts';
import type { Faults } from './faults.ts';
import type { Legs } from './legs.ts';
import { headerOf } from './message.ts';
import type { SipMessage, SipRequest } from './message.ts';
import { newTag, tagOf } from './address.ts';
import type { NewCall } from './new-call.ts';
import type { Registrar } from './registrar.ts';
import { readReplaces } from './replaces.ts';
import { refuseUnemulated } from './unemulated.ts';

/** Hands every message to whom it concerns: the registrar, the leg of its Call-ID, or a new call. It holds no call itself. */
export function createSwitchboard(tools: {
  registrar: Registrar; credentials: Credentials; legs: Legs; faults: Faults;
  newCall(call: NewCall): void;
  log(line: string): void;
}): (message: SipMessage, connection: Connection) => void {
  const { registrar, credentials, legs, faults } = tools;

  const invite = (request: SipRequest, connection: Connection): void => {
    if (tagOf(headerOf(request, 'To') ?? '')) { connection.respond(request, 481); return; }
    const contact = registrar.over(connection);
    if (!contact) { connection.respond(request, 403, { tag: newTag() }); return; }
    const verdict = credentials.judge(request, 'Proxy-Authorization');
    if (verdict.is === 'challenge') {
      connection.respond(request, 100);
      connection.respond(request, 407, { tag: newTag(), headers: [['Proxy-Authenticate', verdict.header]] });
      return;
    }
    if (verdict.is === 'refused' || verdict.credential.extensionId !== contact.extensionId) { connection.respond(request, 403, { tag: newTag() }); return; }
    const fault = faults.take('INVITE');
    if (fault !== undefined) {
      // A final answer without a provisional one before it leaves the library ringing for ever.
      const tag = newTag();
      connection.respond(request, 100);
      connection.respond(request, 183, { tag });
      connection.respond(request, fault, { tag });
      return;
    }
    const call: NewCall = { invite: request, connection, contact, callId: callIdOf(request) };
    const replaces = readReplaces(headerOf(request, 'Replaces'));
    const replaced = replaces && [...legs.values()].find((leg) => leg.isNamedBy(replaces, contact.extensionId));
    if (replaced) replaced.moveTo(call);
    else tools.newCall(call);
  };

  const withoutLeg = (request: SipRequest, connection: Connection): void => {
    if (request.method === 'INVITE') invite(request, connection);
    else if (request.method === 'MESSAGE') {
      // A confirmation may come after its call has gone.
      connection.respond(request, 100);
      connection.respond(request, 200);
    } else if (['BYE', 'CANCEL', 'INFO', 'UPDATE', 'REFER'].includes(request.method)) connection.respond(request, 481);
    else if (request.method !== 'ACK') refuseUnemulated(request, connection, request.method);
  };

  return (message, connection) => {
    const leg = legs.get(callIdOf(message));
    if (message.kind === 'response') { leg?.response(message, connection); return; }
    tools.log(`SIP ${message.method}`);
    const newInvite = message.method === 'INVITE' && !leg;
    const fault = newInvite || message.method === 'ACK' ? undefined : faults.take(message.method);
    if (fault !== undefined) connection.respond(message, fault, { tag: newTag() });
    else if (message.method === 'REGISTER') registrar.register(message, connection);
    else if (leg) leg.request(message, connection);
    else withoutLeg(message, connection);
  };
}
