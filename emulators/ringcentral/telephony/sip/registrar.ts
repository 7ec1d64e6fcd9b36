import type { Directory, Registration } from '../contract.ts';
import type { Timings } from '../timings.ts';
import type { Connection } from './connection.ts';
import type { Credentials } from './credentials.ts';
import { newTag, uriOf } from './address.ts';
import { headerOf } from './message.ts';
import type { SipRequest } from './message.ts';

/** RingCentral lets this many instances of one extension register; the next gets 603. */
const CONTACTS_PER_EXTENSION = 5;

export interface Contact {
  extensionId: string;
  authorizationId: string;
  username: string;
  instanceId: string;
  uri: string;
  connection: Connection;
  registeredAt: number;
}

/** Which device of which extension can be reached over which socket: one contact per extension and instance, the newest wins. */
export interface Registrar {
  register(request: SipRequest, connection: Connection): void;
  /** Contacts that can ring now. */
  reachable(extensionId: string): Contact[];
  /** The contact registered over this socket, if that has not lapsed. */
  over(connection: Connection): Contact | undefined;
  /** Whose socket it is, lapsed or superseded registrations included. */
  ownerOf(connection: Connection): string | undefined;
  registrations(): Registration[];
  /** So many phones of the extension are registered elsewhere: each keeps a slot, and none ever rings here. */
  elsewhere(extensionId: string, phones: number): void;
  registeredElsewhere(extensionId: string): number;
}

export function createRegistrar(tools: {
  directory: Directory; credentials: Credentials; timings: Timings; now(): number;
  /** An extension whose network is down: its sockets are cut on sight. */
  isDown(extensionId: string): boolean;
}): Registrar {
  const { directory, credentials, timings, now } = tools;
  const contacts = new Map<string, Contact>();
  const elsewhere = new Map<string, number>();
  const newestOver = new WeakMap<Connection, Contact>();

  const rings = (contact: Contact): boolean =>
    contact.connection.open && now() - contact.registeredAt <= timings.registrationExpirySeconds * 1000;

  const forgetOld = (): void => {
    for (const [key, contact] of contacts) {
      if (!rings(contact) && now() - contact.registeredAt > timings.contactSlotMs) contacts.delete(key);
    }
  };

  return {
    register(request, connection) {
      const verdict = credentials.judge(request, 'Authorization');
      if (verdict.is === 'challenge') { connection.respond(request, 401, { headers: [['Www-Authenticate', verdict.header]] }); return; }
      if (verdict.is === 'refused') { connection.respond(request, 403); return; }
      const { extensionId, authorizationId, username } = verdict.credential;
      if (tools.isDown(extensionId)) { connection.cut(); return; }
      const contactHeader = headerOf(request, 'Contact') ?? '';
      const instanceId = /\+sip\.instance="<urn:uuid:([^>"]+)>"/.exec(contactHeader)?.[1];
      const uri = uriOf(contactHeader);
      if (!directory.byExtensionId(extensionId)?.webPhone) { connection.respond(request, 403); return; }
      if (instanceId === undefined || uri === undefined) { connection.respond(request, 400); return; }
      const key = `${extensionId} ${instanceId}`;
      const asked = /;expires=(\d+)/.exec(contactHeader)?.[1] ?? headerOf(request, 'Expires');
      if (Number(asked) === 0) {
        contacts.delete(key);
        newestOver.delete(connection);
        connection.respond(request, 200, { tag: newTag(), headers: [['Contact', `<${uri}>;expires=0`]] });
        return;
      }
      forgetOld();
      const siblings = [...contacts.values()].filter((contact) => contact.extensionId === extensionId);
      if (!contacts.has(key) && siblings.length + (elsewhere.get(extensionId) ?? 0) >= CONTACTS_PER_EXTENSION) {
        connection.respond(request, 603, { reason: 'Too Many Contacts' });
        return;
      }
      contacts.delete(key);
      const contact: Contact = { extensionId, authorizationId, username, instanceId, uri, connection, registeredAt: now() };
      contacts.set(key, contact);
      newestOver.set(connection, contact);
      connection.respond(request, 200, {
        tag: newTag(),
        headers: [['Contact', `<${uri}>;+sip.instance="<urn:uuid:${instanceId}>";expires=${timings.registrationExpirySeconds}`]],
      });
    },
    reachable(extensionId) {
      forgetOld();
      return [...contacts.values()].filter((contact) => contact.extensionId === extensionId && rings(contact));
    },
    over(connection) {
      const contact = newestOver.get(connection);
      return contact && rings(contact) ? contact : undefined;
    },
    elsewhere: (extensionId, phones) => void elsewhere.set(extensionId, phones),
    registeredElsewhere: (extensionId) => elsewhere.get(extensionId) ?? 0,
    ownerOf: (connection) => newestOver.get(connection)?.extensionId,
    registrations() {
      forgetOld();
      return [...contacts.values()].map(({ extensionId, authorizationId, instanceId, registeredAt, connection }) =>
        ({ extensionId, authorizationId, instanceId, registeredAt, socketOpen: connection.open }));
    },
  };
}
