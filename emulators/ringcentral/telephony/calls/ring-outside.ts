import type { PartyEnd } from '../contract.ts';
import type { CallTools } from './call-tools.ts';
import type { Call } from './call.ts';
import { createOutsidePerson } from './outside-person.ts';

/** Why a party outside was never reached, by what its number does. */
const REFUSALS = { busy: 'TargetBusy', refuse: 'Rejected' } as const;

/** Rings a number outside for a party of a call that has been announced already: it rings until told, or does as its number does. */
export function ringOutside(tools: CallTools, call: Call, party: number, to: PartyEnd): { start(): void } {
  const person = createOutsidePerson({ call, party }, to);
  const answer = (): void => call.enter(person);
  call.expect({
    party,
    giveUp() { /* The public network stops ringing by itself. */ },
    outside: { person, answer, refuse: () => call.leave(party, { reason: 'Rejected' }) },
    ringing: null,
  });
  return {
    /** The caller is ready: numbers that answer, or refuse, by themselves do so now. */
    start() {
      const behaviour = tools.behaviourOf(to.phoneNumber ?? '');
      call.session.move(party, 'Proceeding');
      if (behaviour === 'answer') answer();
      else if (behaviour !== 'ring') call.leave(party, { reason: REFUSALS[behaviour] });
      tools.changed();
    },
  };
}
