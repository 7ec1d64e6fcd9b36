import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { openAccount } from './account/account.ts';
import { openRecordFile } from './account/records.ts';
import type { AccountSeed } from './account/seed.ts';
import { createCallLog, type CallLogSettings } from './call-log/call-log.ts';
import { writeCallLog } from './call-log/write-call-log.ts';
import { createEventFaults } from './gateway/event-faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { watchPresence } from './gateway/presence-happenings.ts';
import { usualTimings, type GatewayTimings } from './gateway/watch-connection.ts';
import { createWsTokens } from './gateway/ws-tokens.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { createRequestCounts } from './http/request-counts.ts';
import { createRestFaults } from './http/rest-faults.ts';
import { createRoutes } from './http/routes.ts';
import { createHttpServer, listen, stopListening } from './http/server.ts';
import { createMessages } from './messages/messages.ts';
import { createControl, type Control, type Switches } from './network/control.ts';
import { createNetworkSite } from './network/network-site.ts';
import { createAuthorizePages } from './oauth/authorize.ts';
import { createCodes } from './oauth/codes.ts';
import { createSessions } from './oauth/sessions.ts';
import { createTokenEndpoint } from './oauth/token.ts';
import { createPresence } from './rest/presence-state.ts';
import { extensionUri } from './rest/extension.ts';
import { createRest } from './rest/rest.ts';
import { createOperations } from './rest/operations.ts';
import type { KeptCredential } from './rest/sip-provision.ts';
import type { Directory, Telephony } from './telephony/contract.ts';
import { createTelephony } from './telephony/telephony.ts';

/** Milliseconds: long enough to be seen on a screen, short enough to wait for. */
const usualTextPace = 600;

export interface SimulatorSettings {
  /** 0 takes a free one. */
  port: number;
  /** SIP over WebSocket on a port of its own; without it, on `port`. */
  sipPort?: number;
  host?: string;
  /** The name under which browsers reach `host`; it stands in `url`. */
  publicHost?: string;
  /** Where tokens, switches and SIP credentials last over restarts; `:memory:` for nowhere. */
  dataFile: string;
  account: AccountSeed;
  /** The switch; the real one with SIP and audio when nobody brings another. */
  telephony?: (tools: { directory: Directory }) => Telephony;
  options?: Partial<Switches> & { rateLimits?: boolean; gatewayTimings?: Partial<GatewayTimings>; callLog?: Partial<CallLogSettings>; /** Milliseconds between two delivery states of a text. */ textPaceMs?: number; now?: () => number };
}

export interface Simulator {
  /** `http://<publicHost>:<port>` */
  url: string;
  port: number;
  sipPort: number;
  telephony: Telephony;
  control: Control;
  close(): Promise<void>;
}

/** A RingCentral of one company on this computer. Rejects with Node's error when a port is taken. */
export async function createSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const { host = '127.0.0.1', publicHost = 'ringcentral.localhost', options = {} } = settings;
  const now = options.now ?? Date.now;
  const switches: Switches = {
    coop: options.coop ?? false, exposeRateHeaders: options.exposeRateHeaders ?? false, strictWsTokens: options.strictWsTokens ?? false,
    othersMessages: options.othersMessages ?? false,
  };
  const file = openRecordFile(settings.dataFile);
  const account = openAccount(settings.account, file);
  const credentials = file.records<KeptCredential>('sip-credential');
  const sessions = createSessions({ records: file.records('session'), now });
  const codes = createCodes({ now });
  const wsTokens = createWsTokens({ now, strict: switches.strictWsTokens });
  const rateLimits = createRateLimits({ now, enforced: options.rateLimits ?? false });
  const restFaults = createRestFaults();
  const requestCounts = createRequestCounts();

  const telephony = (settings.telephony ?? createTelephony)({ directory: account.directory });
  for (const { credential } of credentials.all()) telephony.acceptCredential(credential);

  const presence = createPresence({ account, telephony, chosen: file.records('presence') });
  const gateway = createGateway({ account, sessions, wsTokens, now, timings: { ...usualTimings, ...options.gatewayTimings } });
  const eventFaults = createEventFaults({ deliver: (event) => gateway.notify({ kind: 'telephony', event }) });
  const stopEvents = telephony.onEvent(eventFaults.pass);
  const presenceWatch = watchPresence({ account, presence, telephony, tell: gateway.notify });
  const messages = createMessages({ account, records: file.records('message'), now, paceMs: options.textPaceMs ?? usualTextPace });
  messages.mailboxes.onChange((change) => {
    const owner = extensionUri(url(), account.accountId, change.message.extensionId);
    for (const kind of ['message', 'message-store'] as const) gateway.notify({ kind, accountId: account.accountId, owner, change });
  });
  const callLog = createCallLog({ kept: file.records('call-record'), now, ...(options.callLog ? { settings: options.callLog } : {}) });
  const callLogWriter = writeCallLog({ telephony, callLog, leaveVoicemail: (voicemail) => messages.leaveVoicemail(voicemail).id });
  const control = createControl({ messages, account, telephony, sessions, gateway, presence, callLog, now, rateLimits, restFaults, requestCounts, eventFaults, wsTokens, switches });
  for (const { phoneNumber, behaviour } of settings.account.behaviours ?? []) control.setBehaviour(phoneNumber, behaviour);

  let sipPort = settings.sipPort ?? settings.port;
  let port = settings.port;
  const url = (): string => `http://${publicHost}:${port}`;
  const operations = createOperations({
    account, telephony, presence, gateway, callLog, wsTokens, messages, mayReadOthers: () => switches.othersMessages, credentials, now,
    outboundProxy: (origin) => `${new URL(origin).hostname}:${sipPort}`,
  });
  const answer = createRoutes({
    authorizePages: createAuthorizePages({ account, codes, consents: file.records('consent'), now, sendsCoop: () => switches.coop }),
    tokenEndpoint: createTokenEndpoint({ account, codes, sessions, rateLimits, now }),
    rest: createRest({ account, sessions, rateLimits, operations }),
    network: createNetworkSite(control), restFaults, requestCounts, exposesRateHeaders: () => switches.exposeRateHeaders,
  });

  const sipSockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'sip' });
  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(/,\s*/);
    if (protocols.includes('sip')) sipSockets.handleUpgrade(request, socket, head, (opened) => telephony.acceptSocket(opened));
    else if (/^\/ws(\?|$)/.test(request.url ?? '')) gateway.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\n\r\n');
  }

  const server = createHttpServer({ answer, upgrade });
  const ownSipServer = settings.sipPort === undefined ? undefined : createHttpServer({ answer, upgrade });
  async function close(): Promise<void> {
    stopEvents();
    callLogWriter.close();
    presenceWatch.close();
    eventFaults.close();
    messages.close();
    gateway.close();
    await telephony.close();
    sipSockets.close();
    await Promise.all([server, ownSipServer].filter((one) => one?.listening).map((one) => stopListening(one as typeof server)));
    file.close();
  }
  try {
    port = await listen(server, settings.port, host);
    sipPort = ownSipServer ? await listen(ownSipServer, settings.sipPort ?? 0, host) : port;
    return { url: url(), port, sipPort, telephony, control, close };
  } catch (error) {
    await close();
    throw error;
  }
}
