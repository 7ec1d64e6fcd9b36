import { randomUUID } from 'node:crypto';
import type { PartyEnd } from '../contract.ts';
import type { LegMedia } from '../media/leg.ts';
import { createFork } from '../sip/fork.ts';
import type { Fork } from '../sip/fork.ts';
import type { Dialog, DialogEvents, DialogTools } from '../sip/dialog.ts';
import type { Contact } from '../sip/registrar.ts';

export type RingOutcome = { is: 'answered'; dialog: Dialog } | { is: 'declined' } | { is: 'sent to voicemail' } | { is: 'rung out' };

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

/** All devices of one extension ringing for one call: the first answer wins, the first refusal speaks for all. */
export interface Ringing {
  /** The caller gave up: every device falls silent. */
  stop(): void;
}

/** @param outcome called once, unless stop() came first. */
export function createRinging(tools: DialogTools, facts: RingFacts, events: DialogEvents & { outcome(outcome: RingOutcome): void }): Ringing {
  let over = false;

  const finish = (outcome: RingOutcome | null): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    for (const fork of forks) fork.cancel();
    if (outcome) events.outcome(outcome);
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

  const timer = setTimeout(() => finish({ is: 'rung out' }), facts.ringMs);
  const forks = facts.contacts.map((contact): Fork => {
    const fork: Fork = createFork(tools, { ...facts, contact, callId: randomUUID() }, {
      answered: (sdp) => { void answered(fork, sdp); },
      declined: () => finish({ is: 'declined' }),
      sentToVoicemail: () => finish({ is: 'sent to voicemail' }),
    });
    return fork;
  });
  return { stop: () => finish(null) };
}
