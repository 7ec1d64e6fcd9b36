import type { Connection } from './connection.ts';
import type { SipRequest } from './message.ts';

/** Says 501 and, in a Warning header (RFC 3261, 20.43), what it is that the simulator lacks. */
export function refuseUnemulated(request: SipRequest, connection: Connection, what: string): void {
  connection.respond(request, 501, { headers: [['Warning', `399 simulator "NotEmulated ${what.replace(/[^\w .#*-]/g, '')}"`]] });
}
