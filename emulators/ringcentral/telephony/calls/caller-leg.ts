import { setTimeout as pause } from 'node:timers/promises';
import type { LegMedia } from '../media/leg.ts';
import { newTag, withTag } from '../sip/address.ts';
import type { Connection } from '../sip/connection.ts';
import { createDialog } from '../sip/dialog.ts';
import type { Dialog, DialogEvents, DialogTools } from '../sip/dialog.ts';
import { NOT_REPLACEABLE } from '../sip/legs.ts';
import type { CallLeg } from '../sip/legs.ts';
import { headerOf } from '../sip/message.ts';
import type { SipRequest } from '../sip/message.ts';
import type { Contact } from '../sip/registrar.ts';

export interface CallerLegEvents extends Omit<DialogEvents, 'ended'> { ended(how: 'bye' | 'lost' | 'cancelled'): void }

/**
 * The SIP side of a call that one of our users makes: 100 and the only 183 at once, then either a refusal or `200 OK`, which
 * comes long before the other side answers.
 *
 *     starting ──accept──▶ up ──BYE, lost──▶ over
 *        └──refuse, CANCEL──▶ over
 */
export interface CallerLeg {
  /** 'gone': the user gave up meanwhile; 'unacceptable': the offer was none (488 was sent). */
  accept(): Promise<Dialog | 'gone' | 'unacceptable'>;
  refuse(status: number): void;
  hangUp(): void;
  close(): void;
}

type State = { at: 'starting' } | { at: 'up'; dialog: Dialog } | { at: 'over' };

export function createCallerLeg(
  tools: DialogTools,
  facts: { invite: SipRequest; connection: Connection; contact: Contact; callId: string; media: LegMedia; partyId: string; telephonySessionId: string; sid: string },
  events: CallerLegEvents,
): CallerLeg {
  const { invite, connection, contact, callId, media } = facts;
  const tag = newTag();
  let state: State = { at: 'starting' };

  const over = (): void => {
    state = { at: 'over' };
    if (tools.legs.get(callId) === pending) tools.legs.delete(callId);
  };
  const pending: CallLeg = {
    request(request, from) {
      if (request.method === 'CANCEL') {
        from.respond(request, 200, { tag });
        connection.respond(invite, 487, { tag });
        over();
        events.ended('cancelled');
      } else if (request.method === 'INVITE') {
        from.respond(request, 491);
      } else if (request.method !== 'ACK') {
        from.respond(request, 481);
      }
    },
    response() { /* Nothing was asked of the client yet. */ },
    ...NOT_REPLACEABLE,
  };

  tools.legs.set(callId, pending);
  connection.respond(invite, 100);
  connection.respond(invite, 183, {
    tag,
    headers: [['p-rc-api-ids', `party-id=${facts.partyId};session-id=${facts.telephonySessionId}`]],
  });

  return {
    async accept() {
      let answer: string;
      try {
        answer = await media.answer(invite.body);
      } catch {
        // Whatever the body was, no peer connection takes it.
        if (state.at !== 'starting') return 'gone';
        over();
        connection.respond(invite, 488, { tag });
        return 'unacceptable';
      }
      const late = tools.lateAnswerMs();
      if (late > 0) await pause(late, undefined, { ref: false });
      if (state.at !== 'starting') return 'gone';
      const dialog = createDialog(tools, {
        callId, contact, connection, media, sid: facts.sid,
        ours: withTag(headerOf(invite, 'To') ?? '', tag), theirs: headerOf(invite, 'From') ?? '',
      }, events);
      state = { at: 'up', dialog };
      connection.respond(invite, 200, {
        tag,
        headers: [['Contact', `<sip:${tools.domain};transport=wss>`], ['Content-Type', 'application/sdp']],
        body: answer,
      });
      return dialog;
    },
    refuse(status) {
      if (state.at !== 'starting') return;
      over();
      connection.respond(invite, status, { tag });
    },
    hangUp() {
      if (state.at === 'up') state.dialog.hangUp();
      else this.refuse(480);
      over();
    },
    close() {
      if (state.at === 'up') state.dialog.close();
      over();
    },
  };
}
