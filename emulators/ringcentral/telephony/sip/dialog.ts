import type { PartyEnd } from '../contract.ts';
import type { LegMedia } from '../media/leg.ts';
import { directionOf } from '../media/sdp.ts';
import { nameAddress, newTag, tagOf, withTag } from './address.ts';
import type { Connection } from './connection.ts';
import { readCommand, writeResult } from './info-command.ts';
import type { InfoCommand, InfoResult } from './info-command.ts';
import type { CallLeg, Legs } from './legs.ts';
import { headerOf } from './message.ts';
import type { SipRequest } from './message.ts';
import { reasonPhrase } from './reason-phrase.ts';
import type { Contact } from './registrar.ts';
import { readReferTo } from './replaces.ts';
import type { Referral, ReplacesComposition } from './replaces.ts';
import { agentMessage, serverRequest } from './server-request.ts';
import type { Addressed } from './server-request.ts';
import { refuseUnemulated } from './unemulated.ts';

/** Where a dialog sends when its own socket is gone: the same device may have registered again. */
export type FindContact = (extensionId: string, instanceId: string) => Contact | undefined;

export interface DialogTools {
  legs: Legs;
  nextCseq(): number;
  findContact: FindContact;
  survivalMs: number;
  domain: string;
  /** Which compositions of Replaces are taken. */
  replaces: ReadonlySet<ReplacesComposition>;
  /** How late the next 200 to an INVITE is; used up by asking. */
  lateAnswerMs(): number;
}

/** One client's leg: `ours` and `theirs` are whole From/To values with tags, `theirs` that of the client. */
interface Leg { callId: string; ours: string; theirs: string; contact: Contact; connection: Connection }

export interface DialogFacts extends Leg { sid: string; media: LegMedia }

/** What a REFER comes to: the status that its NOTIFY carries, and for a success what is done after it. */
export interface ReferralOutcome { status: number; proceed(): void }

export interface DialogEvents {
  held(held: boolean): void;
  /** The client hung up, or never came back after its socket broke. */
  ended(how: 'bye' | 'lost'): void;
  /** The leg as presence names it; again after it has moved to another client. */
  identified(leg: { callId: string; toTag: string; fromTag: string }): void;
  /** Session and party as `p-rc-api-ids` and Replaces name them now. */
  identity(): { telephonySessionId: string; partyId: string };
  referred(referral: Referral): ReferralOutcome;
  commanded(command: InfoCommand): InfoResult;
}

/**
 * One confirmed SIP dialog with one device of ours. It is found by Call-ID, moves to whichever socket its client speaks from
 * next, or with Replaces to another client of the same extension, and outlives a broken socket for a while. It does not
 * know whom the client talks to.
 */
export interface Dialog extends CallLeg {
  readonly contact: Contact;
  /** BYE, then Cmd 2, as after a hang-up from afar. */
  hangUp(): void;
  /** UPDATE: somebody else is on the other side now. */
  meet(other: PartyEnd): void;
  /** Forgets the dialog without a message. */
  close(): void;
}

export function createDialog(tools: DialogTools, facts: DialogFacts, events: DialogEvents): Dialog {
  const { media } = facts;
  const { domain } = tools;
  let leg: Leg = { ...facts };
  let held = false;
  let acknowledged = false;
  let over = false;
  let negotiating = false;
  let survival: NodeJS.Timeout | undefined;
  let unwatch = (): void => {};

  const addressed = (): Addressed => ({ uri: leg.contact.uri, from: leg.ours, to: leg.theirs, callId: leg.callId, cseq: tools.nextCseq(), domain });
  const unlist = (): void => {
    clearTimeout(survival);
    unwatch();
    if (tools.legs.get(leg.callId) === dialog) tools.legs.delete(leg.callId);
  };
  const leave = (): void => {
    over = true;
    unlist();
  };
  const waitForReturn = (): void => {
    survival = setTimeout(() => { leave(); events.ended('lost'); }, tools.survivalMs);
  };
  const watch = (watched: Connection): void => {
    if (!watched.open) { waitForReturn(); return; }
    unwatch = watched.onClose(() => { if (watched === leg.connection) waitForReturn(); });
  };
  const follow = (from: Connection): void => {
    if (from === leg.connection) return;
    clearTimeout(survival);
    unwatch();
    leg = { ...leg, connection: from };
    watch(from);
  };
  const list = (): void => {
    tools.legs.set(leg.callId, dialog);
    watch(leg.connection);
    events.identified({ callId: leg.callId, toTag: tagOf(leg.theirs) ?? '', fromTag: tagOf(leg.ours) ?? '' });
  };
  const reachable = (): Connection =>
    (leg.connection.open ? leg.connection : tools.findContact(leg.contact.extensionId, leg.contact.instanceId)?.connection ?? leg.connection);

  const noteDirection = (offer: string): void => {
    const direction = directionOf(offer);
    const holds = direction === 'sendonly' || direction === 'inactive';
    if (holds !== held) events.held(holds);
    held = holds;
  };
  const sdpHeaders: [string, string][] = [['Contact', `<sip:${domain};transport=wss>`], ['Content-Type', 'application/sdp']];

  const reinvite = async (request: SipRequest, from: Connection): Promise<void> => {
    if (negotiating) { from.respond(request, 491); return; }
    negotiating = true;
    from.respond(request, 100);
    try {
      const answer = await media.answer(request.body);
      if (over) { from.respond(request, 481); return; }
      from.respond(request, 200, { headers: sdpHeaders, body: answer });
    } catch {
      // The offer was not one that a peer connection takes; the call goes on as it was.
      from.respond(request, 488);
      return;
    } finally {
      negotiating = false;
    }
    noteDirection(request.body);
  };

  const refer = (request: SipRequest, from: Connection): void => {
    const referral = readReferTo(headerOf(request, 'Refer-To'));
    if (!referral) { from.respond(request, 400); return; }
    from.respond(request, 202);
    const { status, proceed } = events.referred(referral);
    from.send(serverRequest('NOTIFY', addressed(), {
      headers: [['Event', 'refer'], ['Subscription-State', 'terminated;reason=noresource'], ['Content-Type', 'message/sipfrag;version=2.0']],
      body: `SIP/2.0 ${status} ${reasonPhrase(status)}`,
    }));
    proceed();
  };

  const dialog: Dialog = {
    get contact() { return leg.contact; },
    request(request, from) {
      if (request.method === 'MESSAGE') { from.respond(request, 100); from.respond(request, 200); return; }
      if (request.method !== 'CANCEL' && tagOf(headerOf(request, 'From') ?? '') !== tagOf(leg.theirs)) { from.respond(request, 481); return; }
      follow(from);
      if (request.method === 'ACK') {
        acknowledged = true;
      } else if (request.method === 'INVITE') {
        void reinvite(request, from);
      } else if (request.method === 'BYE') {
        from.respond(request, 200);
        leave();
        events.ended('bye');
      } else if (request.method === 'CANCEL') {
        // Our 200 may have crossed the CANCEL: a client that has cancelled never acknowledges, and means to end the call.
        from.respond(request, 200);
        if (acknowledged) return;
        leave();
        events.ended('bye');
      } else if (request.method === 'REFER') {
        refer(request, from);
      } else if (request.method === 'INFO') {
        from.respond(request, 200);
        const command = readCommand(request.body);
        if (!command) return;
        const body = writeResult(command, events.commanded(command));
        from.send(serverRequest('INFO', addressed(), { headers: [['Content-Type', 'application/json;charset=utf-8']], body }));
      } else {
        refuseUnemulated(request, from, request.method);
      }
    },
    response() { /* Our requests inside a dialog are final: nothing depends on their answers. */ },
    isNamedBy(replaces, extensionId) {
      if (extensionId !== leg.contact.extensionId || replaces.earlyOnly) return false;
      const [device, server] = [tagOf(leg.theirs), tagOf(leg.ours)];
      return (tools.replaces.has('call-id') && replaces.callId === leg.callId && replaces.toTag === server && replaces.fromTag === device)
        || (tools.replaces.has('session-id') && replaces.callId === events.identity().telephonySessionId && replaces.toTag === device && replaces.fromTag === server);
    },
    moveTo({ invite, connection, contact, callId }) {
      const tag = newTag();
      const { telephonySessionId, partyId } = events.identity();
      connection.respond(invite, 100);
      connection.respond(invite, 183, { tag, headers: [['p-rc-api-ids', `party-id=${partyId};session-id=${telephonySessionId}`]] });
      const move = async (): Promise<void> => {
        const answer = await media.answer(invite.body);
        if (over) { connection.respond(invite, 481, { tag }); return; }
        // Its own device, when it can still hear us, must know that the call has gone elsewhere.
        if (leg.connection.open) leg.connection.send(serverRequest('BYE', addressed()));
        unlist();
        acknowledged = false;
        leg = { callId, contact, connection, ours: withTag(headerOf(invite, 'To') ?? '', tag), theirs: headerOf(invite, 'From') ?? '' };
        list();
        connection.respond(invite, 200, { tag, headers: sdpHeaders, body: answer });
        noteDirection(invite.body);
      };
      move().catch(() => connection.respond(invite, 488, { tag }));
    },
    hangUp() {
      if (over) return;
      const to = reachable();
      to.send(serverRequest('BYE', addressed()));
      to.send(agentMessage('freeResources', addressed(), { sid: facts.sid, authorizationId: leg.contact.authorizationId }));
      leave();
    },
    meet(other) {
      if (over) return;
      const user = other.phoneNumber ?? other.extensionNumber ?? 'anonymous';
      reachable().send(serverRequest('UPDATE', addressed(), { headers: [['P-Asserted-Identity', nameAddress(other.name, user, domain)]] }));
    },
    close: leave,
  };
  list();
  return dialog;
}
