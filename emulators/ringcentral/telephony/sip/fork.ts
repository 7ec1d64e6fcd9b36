import type { PartyEnd } from '../contract.ts';
import type { LegMedia } from '../media/leg.ts';
import { nameAddress, newTag, tagOf } from './address.ts';
import { createDialog } from './dialog.ts';
import type { Dialog, DialogEvents, DialogTools } from './dialog.ts';
import { NOT_REPLACEABLE } from './legs.ts';
import type { CallLeg } from './legs.ts';
import { cseqOf, headerOf } from './message.ts';
import type { Headers, SipRequest } from './message.ts';
import { COMMANDS, readRcMessage, writeRcMessage } from './rc-message.ts';
import type { Contact } from './registrar.ts';
import { agentMessage, newBranch, serverRequest } from './server-request.ts';
import type { Addressed } from './server-request.ts';
import { readTextReply } from './text-reply.ts';

/** After a CANCEL the device's 200 may still be under way: that long it is acknowledged and ended properly. */
const LATE_ANSWER_MS = 10_000;

export interface ForkFacts {
  contact: Contact; callId: string; offer: string; from: PartyEnd; to: PartyEnd;
  partyId: string; telephonySessionId: string; sid: string; media: LegMedia;
}

export interface ForkEvents {
  answered(sdp: string): void;
  declined(): void;
  sentToVoicemail(): void;
  /** @param number as the client wrote it. */
  forwarded(number: string): void;
  /** The user is writing a text: nothing rings out meanwhile. */
  writesReply(): void;
  replied(text: string): void;
}

/**
 * One device being rung.
 *
 *     ringing ──200──▶ answered ──confirm──▶ (a dialog)      answered ──release──▶ over
 *        └──cancel, refusal, socket gone──▶ over
 */
export interface Fork {
  readonly contact: Contact;
  /** Silences the device; `takenBy` tells it with Cmd 7 which client has the call. */
  cancel(takenBy?: string): void;
  /** Silences the device and tells it with Cmd 9 what the caller said to its text. */
  closeReplied(response: string): void;
  confirm(events: DialogEvents): Dialog;
  /** Ends what was answered too late. */
  release(): void;
}

export function createFork(tools: DialogTools, facts: ForkFacts, events: ForkEvents): Fork {
  const { contact, callId, sid } = facts;
  const { domain, legs } = tools;
  const connection = contact.connection;
  const inviteCseq = tools.nextCseq();
  const branch = newBranch();
  const ours = `${nameAddress(facts.from.name, callerUser(facts.from), domain)};tag=${newTag()}`;
  const theirs = `<sip:${contact.username}@${domain}>`;
  let taggedTheirs = theirs;
  let state: 'ringing' | 'answered' | 'over' = 'ringing';

  const address = (cseq: number, to: string): Addressed => ({ uri: contact.uri, from: ours, to, callId, cseq, domain });
  const leave = (): void => {
    state = 'over';
    unwatch();
    setTimeout(() => { if (legs.get(callId) === leg) legs.delete(callId); }, LATE_ANSWER_MS).unref();
  };
  const release = (): void => {
    connection.send(serverRequest('BYE', address(tools.nextCseq(), taggedTheirs)));
    leave();
  };

  const command = (request: SipRequest): void => {
    const { header, body } = readRcMessage(request.body) ?? { header: {}, body: {} };
    const asked = header['Cmd'];
    connection.respond(request, 100);
    connection.respond(request, 200);
    if (state !== 'ringing') return;
    if (asked === COMMANDS.reject) events.declined();
    if (asked === COMMANDS.voicemail) events.sentToVoicemail();
    if (asked === COMMANDS.forward) events.forwarded(body['Phn'] ?? '');
    if (asked === COMMANDS.startReply) events.writesReply();
    if (asked === COMMANDS.reply) events.replied(readTextReply(body));
  };

  const leg: CallLeg = {
    request(request, from) {
      if (request.method === 'MESSAGE') command(request);
      else if (request.method !== 'ACK') from.respond(request, 481);
    },
    response(response) {
      const cseq = cseqOf(response);
      if (cseq?.method !== 'INVITE' || cseq.number !== inviteCseq || response.status < 200) return;
      taggedTheirs = headerOf(response, 'To') ?? theirs;
      connection.send(serverRequest('ACK', address(inviteCseq, taggedTheirs), response.status < 300 ? {} : { branch }));
      if (response.status >= 300) {
        const refused = state === 'ringing';
        leave();
        if (refused) events.declined();
      } else if (state === 'ringing') {
        state = 'answered';
        events.answered(response.body);
      } else {
        release();
      }
    },
    ...NOT_REPLACEABLE,
  };

  legs.set(callId, leg);
  const unwatch = connection.onClose(() => { if (state === 'ringing') leave(); });
  connection.send(serverRequest('INVITE', address(inviteCseq, theirs), { headers: inviteHeaders(facts, domain), body: facts.offer, branch }));

  return {
    contact,
    cancel(takenBy) {
      if (state !== 'ringing') return;
      connection.send(serverRequest('CANCEL', address(inviteCseq, theirs), { branch }));
      if (takenBy !== undefined) {
        connection.send(agentMessage('alreadyProcessed', address(tools.nextCseq(), theirs), { sid, authorizationId: contact.authorizationId, takenBy }));
      }
      leave();
    },
    closeReplied(response) {
      if (state !== 'ringing') return;
      connection.send(serverRequest('CANCEL', address(inviteCseq, theirs), { branch }));
      connection.send(agentMessage('sessionClosed', address(tools.nextCseq(), theirs), { sid, authorizationId: contact.authorizationId, response }));
      leave();
    },
    confirm(dialogEvents) {
      connection.send(agentMessage('alreadyProcessed', address(tools.nextCseq(), taggedTheirs), { sid, authorizationId: contact.authorizationId, takenBy: contact.authorizationId }));
      state = 'over';
      unwatch();
      return createDialog(tools, { callId, contact, connection, sid, media: facts.media, ours, theirs: tagOf(taggedTheirs) ? taggedTheirs : theirs }, dialogEvents);
    },
    release,
  };
}

/** A caller with a withheld number is called anonymous. */
const callerUser = (from: PartyEnd): string => from.phoneNumber ?? from.extensionNumber ?? 'anonymous';

function inviteHeaders({ contact, from, to, partyId, telephonySessionId, sid }: ForkFacts, domain: string): Headers {
  const pRc = writeRcMessage({
    header: { SID: sid, Req: '', From: `#${sid}@${domain}:5060`, To: `${contact.username}@${domain}:5060`, Cmd: COMMANDS.incomingCall },
    body: {
      SrvLvl: '-149699523', SrvLvlExt: '406', Phn: callerUser(from), Nm: from.name ?? '',
      ToPhn: to.phoneNumber ?? to.extensionNumber ?? '', ToNm: to.name ?? '', RecUrl: '',
    },
  });
  const callerName = from.name === undefined ? '' : `;callerIdName=${from.name.replace(/[;=\p{Cc}]/gu, ' ')}`;
  return [
    ['Contact', `<sip:${domain};transport=wss>`],
    ['P-rc', pRc],
    // The session id has to come last: clients read it up to the end of the line.
    ['p-rc-api-ids', `party-id=${partyId};session-id=${telephonySessionId}`],
    ['p-rc-api-call-info', `callAttributes=reject,send-vm${callerName}`],
    ['Content-Type', 'application/sdp'],
  ];
}
