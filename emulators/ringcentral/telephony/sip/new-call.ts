import type { Connection } from './connection.ts';
import type { SipRequest } from './message.ts';
import type { Contact } from './registrar.ts';

/** A new call that a registered client with the right password wants to make. */
export interface NewCall { invite: SipRequest; connection: Connection; contact: Contact; callId: string }
