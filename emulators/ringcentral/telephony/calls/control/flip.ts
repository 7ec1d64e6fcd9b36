import type { CallTools } from '../call-tools.ts';
import type { Place } from '../call.ts';
import { CallRefusal } from '../../contract.ts';
import { ringOutside } from '../ring-outside.ts';
import { onwardOf } from './destinations.ts';

/**
 * Rings another phone of the user's for the same call. Who answers there hears the other side at once; the user's own party is
 * hung up by its device, or by REST. Throws CallRefusal.
 */
export function flipTo(tools: CallTools, { call, party }: Place, number: string): void {
  const onward = onwardOf(number, tools.directory);
  if (onward.is !== 'outside') throw new CallRefusal('not emulated', 'The simulator flips calls to numbers outside only.');
  if (!call.member(party) || call.members().length !== 2) throw new CallRefusal('not allowed now', 'Only a call of two that is up can be flipped.');
  const { direction, from, to, extensionId } = call.session.party(party);
  const other = direction === 'Inbound' ? from : to;
  const shown = { phoneNumber: onward.e164 };
  const next = call.session.join({ direction: 'Outbound', ...(extensionId === undefined ? {} : { extensionId }), from: other, to: shown, code: 'Setup' });
  call.leavesFor(party, 'CallFlip');
  ringOutside(tools, call, next, shown).start();
}
