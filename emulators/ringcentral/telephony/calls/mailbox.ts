import type { Extension } from '../contract.ts';
import { SILENCE } from '../media/frame.ts';
import type { Member, Place } from './call.ts';
import { extensionEnd } from './call-tools.ts';

/** Takes a message of the usual length and ends the call. */
export function createMailbox(place: Place, owner: Extension, messageMs: number): Member {
  const full = setTimeout(() => mailbox.place.call.leave(mailbox.place.party), messageMs);
  const mailbox: Member = {
    place,
    is: 'mailbox',
    end: { says: () => SILENCE, hears() { /* What is said to a mailbox stays there. */ } },
    shown: extensionEnd(owner),
    outside: null,
    figures: null,
    dismiss: () => clearTimeout(full),
    meet() { /* A mailbox does not care. */ },
    close: () => clearTimeout(full),
  };
  return mailbox;
}
