import type { Connection } from './connection.ts';
import type { Contact } from './registrar.ts';
import type { CallLeg, Legs } from './legs.ts';
import type { LegMedia } from '../media/leg.ts';
import type { SipRequest } from './message.ts';
import { headerOf } from './message.ts';
import { tagOf } from './address.ts';
import { answerCommand } from './info-command.ts';
import { agentMessage, serverRequest } from './server-request.ts';
import type { Addressed } from './server-request.ts';
import { refuseUnemulated } from './unemulated.ts';
import { directionOf } from '../media/sdp.ts';

/** Where a dialog sends when its own socket is gone: the same device may have registered again. */
export type FindContact = (extensionId: string, instanceId: string) => Contact | undefined;

export interface DialogTools {
  legs: Legs;
  nextCseq(): number;
  findContact: FindContact;
  survivalMs: number;
  domain: string;
}

/** `ours` and `theirs` are whole From/To values with tags, `theirs` that of the client. */
export interface DialogFacts { callId: string; ours: string; theirs: string; contact: Contact; connection: Connection; sid: string; media: LegMedia }

export interface DialogEvents {
  held(held: boolean): void;
  /** The client hung up, or never came back after its socket broke. */
  ended(how: 'bye' | 'lost'): void;
}

/**
 * One confirmed SIP dialog with one device of ours. It is found by Call-ID, moves to whichever socket its client speaks from
 * next, and outlives a broken socket for a while. It does not know whom the client talks to.
 */
export interface Dialog extends CallLeg {
  /** BYE, then Cmd 2, as after a hang-up from afar. */
  hangUp(): void;
  /** Forgets the dialog without a message. */
  close(): void;
}

export function createDialog(tools: DialogTools, facts: DialogFacts, events: DialogEvents): Dialog {
  const { callId, contact, media } = facts;
  let connection = facts.connection;
  let held = false;
  let acknowledged = false;
  let over = false;
  let reinviting = false;
  let survival: NodeJS.Timeout | undefined;
  let unwatch = (): void => {};

  const addressed = (): Addressed => ({ uri: contact.uri, from: facts.ours, to: facts.theirs, callId, cseq: tools.nextCseq(), domain: tools.domain });

  const leave = (): void => {
    over = true;
    clearTimeout(survival);
    unwatch();
    if (tools.legs.get(callId) === dialog) tools.legs.delete(callId);
  };
  const waitForReturn = (): void => {
    survival = setTimeout(() => { leave(); events.ended('lost'); }, tools.survivalMs);
  };
  const watch = (watched: Connection): void => {
    if (!watched.open) { waitForReturn(); return; }
    unwatch = watched.onClose(() => { if (watched === connection) waitForReturn(); });
  };
  const follow = (from: Connection): void => {
    if (from === connection) return;
    clearTimeout(survival);
    unwatch();
    connection = from;
    watch(from);
  };
  const reachable = (): Connection => (connection.open ? connection : tools.findContact(contact.extensionId, contact.instanceId)?.connection ?? connection);

  const reinvite = async (request: SipRequest, from: Connection): Promise<void> => {
    if (reinviting) { from.respond(request, 491); return; }
    reinviting = true;
    from.respond(request, 100);
    try {
      const answer = await media.answer(request.body);
      if (over) { from.respond(request, 481); return; }
      from.respond(request, 200, { headers: [['Contact', `<sip:${tools.domain};transport=wss>`], ['Content-Type', 'application/sdp']], body: answer });
    } catch {
      // The offer was not one that a peer connection takes; the call goes on as it was.
      from.respond(request, 488);
      return;
    } finally {
      reinviting = false;
    }
    const direction = directionOf(request.body);
    const holds = direction === 'sendonly' || direction === 'inactive';
    if (holds !== held) events.held(holds);
    held = holds;
  };

  const dialog: Dialog = {
    request(request, from) {
      if (request.method === 'MESSAGE') { from.respond(request, 100); from.respond(request, 200); return; }
      if (request.method !== 'CANCEL' && tagOf(headerOf(request, 'From') ?? '') !== tagOf(facts.theirs)) { from.respond(request, 481); return; }
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
      } else if (request.method === 'INFO') {
        from.respond(request, 200);
        const answer = answerCommand(request.body);
        if (answer !== null) from.send(serverRequest('INFO', addressed(), { headers: [['Content-Type', 'application/json;charset=utf-8']], body: answer }));
      } else {
        refuseUnemulated(request, from, request.method);
      }
    },
    response() { /* Our requests inside a dialog are final: nothing depends on their answers. */ },
    hangUp() {
      if (over) return;
      const to = reachable();
      to.send(serverRequest('BYE', addressed()));
      to.send(agentMessage('freeResources', addressed(), { sid: facts.sid, authorizationId: contact.authorizationId }));
      leave();
    },
    close: leave,
  };
  tools.legs.set(callId, dialog);
  watch(connection);
  return dialog;
}
