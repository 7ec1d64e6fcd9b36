import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Directory, Extension, SipCredential, Telephony, TelephonySessionEvent } from '../../../emulators/ringcentral/telephony/contract.ts';
import { createTelephony } from '../../../emulators/ringcentral/telephony/telephony.ts';
import type { ReplacesComposition } from '../../../emulators/ringcentral/telephony/sip/replaces.ts';
import type { Timings } from '../../../emulators/ringcentral/telephony/timings.ts';

export const DOMAIN = 'sip.ringcentral.example';

const extension = (number: string, name: string, phoneNumber: string): Extension => ({
  accountId: '37439510', extensionId: `6284810${number}`, extensionNumber: number, name, phoneNumbers: [phoneNumber],
  webPhone: true, digitalLine: true, voicemail: false, ringSeconds: 20,
});

/** Two colleagues. Tests change a copy of them. */
export const newPeople = () => ({
  ana: extension('101', 'Ana Petrova', '+16505550101'),
  ben: extension('102', 'Ben "Benny" O\'Hara', '+16505550102'),
});

export const directoryOf = (extensions: Extension[]): Directory => ({
  extensions: () => extensions,
  byExtensionId: (id) => extensions.find((one) => one.extensionId === id),
  byPhoneNumber: (e164) => extensions.find((one) => one.phoneNumbers.includes(e164)),
  byExtensionNumber: (number) => extensions.find((one) => one.extensionNumber === number),
  mainNumber: '+16505550100',
  domain: DOMAIN,
});

export interface TestSwitch {
  telephony: Telephony;
  people: ReturnType<typeof newPeople>;
  /** host:port of the SIP socket, as sip-provision would give it. */
  outboundProxy: string;
  events: TelephonySessionEvent[];
  /** `1 Setup`, `2 Disconnected missed`, … in the order they came. */
  story(): string[];
  /** A SIP identity as sip-provision makes them. */
  provision(extension: Extension, instance?: string): SipCredential;
  close(): Promise<void>;
}

/** A switch on a free port of its own. */
export async function startSwitch(timings: Partial<Timings> = {}, options: { replaces?: ReplacesComposition[] } = {}): Promise<TestSwitch> {
  const people = newPeople();
  const telephony = createTelephony({ directory: directoryOf([people.ana, people.ben]), timings, ...options });
  const server: Server = createServer();
  const sockets = new WebSocketServer({ server, handleProtocols: (offered) => (offered.has('sip') ? 'sip' : false) });
  sockets.on('connection', (socket) => telephony.acceptSocket(socket));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const events: TelephonySessionEvent[] = [];
  telephony.onEvent((event) => { events.push(event); });
  let made = 0;
  return {
    telephony,
    people,
    outboundProxy: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    story: () => events.map(({ party }) => [party.id.replace(/^.*-/, ''), party.code, party.reason, party.missedCall ? 'missed' : ''].filter(Boolean).join(' ')),
    provision(who, instance) {
      made += 1;
      const credential = { authorizationId: instance ?? `80133745${made}`, username: `${who.phoneNumbers[0]?.slice(1)}*${who.extensionNumber}`, password: `s3cret-${made}`, extensionId: who.extensionId };
      telephony.acceptCredential(credential);
      return credential;
    },
    async close() {
      await telephony.close();
      sockets.close();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}
