import { randomUUID } from 'node:crypto';
import type { PartyEnd } from '../contract.ts';
import type { LegMedia } from '../media/leg.ts';
import { createFork } from '../sip/fork.ts';
import type { Fork } from '../sip/fork.ts';
import type { Dialog, DialogEvents, DialogTools } from '../sip/dialog.ts';
import type { Contact } from '../sip/registrar.ts';

export type RingOutcome =
  | { is: 'answered'; dialog: Dialog } | { is: 'declined' } | { is: 'sent to voicemail' } | { is: 'rung out' }
  | { is: 'forwarded'; number: string };

export interface RingFacts {
  contacts: Contact[];
  offer: string;
  from: PartyEnd;
  to: PartyEnd;
  partyId: string;
  telephonySessionId: string;
  sid: string;
  media: LegMedia;
  ringMs: number;
}

export interface RingEvents extends DialogEvents {
  /** Called once, unless stop() or closeReplied() came first. */
  outcome(outcome: RingOutcome): void;
  replied(text: string): void;
}

/** All devices of one extension ringing for one call: the first answer wins, the first refusal speaks for all. */
export interface Ringing {
  /** The caller gave up, or the call goes on elsewhere: every device falls silent. */
  stop(takenBy?: string): void;
  /** The device whose user replied with a text learns what the caller pressed; all fall silent. */
  closeReplied(response: string): void;
}

export function createRinging(tools: DialogTools, facts: RingFacts, events: RingEvents): Ringing {
  let over = false;
  let writer: Fork | null = null;

  const finish = (silence: () => void): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    silence();
  };
  const stop = (takenBy?: string): void => finish(() => { for (const fork of forks) fork.cancel(takenBy); });
  const conclude = (outcome: RingOutcome): void => {
    if (over) return;
    stop();
    events.outcome(outcome);
  };

  const answered = async (fork: Fork, sdp: string): Promise<void> => {
    if (over) { fork.release(); return; }
    over = true;
    clearTimeout(timer);
    for (const other of forks) if (other !== fork) other.cancel(fork.contact.authorizationId);
    const dialog = fork.confirm(events);
    try {
      await facts.media.accept(sdp);
    } catch {
      // The answer described no sound that fits the offer: the call is up, and silent, until somebody ends it.
    }
    events.outcome({ is: 'answered', dialog });
  };

  const timer = setTimeout(() => conclude({ is: 'rung out' }), facts.ringMs);
  const forks = facts.contacts.map((contact): Fork => {
    const fork: Fork = createFork(tools, { ...facts, contact, callId: randomUUID() }, {
      answered: (sdp) => { void answered(fork, sdp); },
      declined: () => conclude({ is: 'declined' }),
      sentToVoicemail: () => conclude({ is: 'sent to voicemail' }),
      forwarded: (number) => conclude({ is: 'forwarded', number }),
      writesReply: () => clearTimeout(timer),
      replied(text) {
        if (over) return;
        clearTimeout(timer);
        writer = fork;
        for (const other of forks) if (other !== fork) other.cancel(fork.contact.authorizationId);
        events.replied(text);
      },
    });
    return fork;
  });
  return {
    stop,
    closeReplied: (response) => finish(() => {
      for (const fork of forks) if (fork !== writer) fork.cancel();
      writer?.closeReplied(response);
    }),
  };
}
