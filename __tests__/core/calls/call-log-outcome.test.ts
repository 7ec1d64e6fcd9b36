import { outcomeOf, rankOf } from '../../../src/core/calls/call-log-outcome.ts';
import type { Direction } from '../../../src/core/calls/outcome.ts';

/** RingCentral's whole list of results (CallResultEnum) but those of faxes: what each is for who was called, and for who called. */
const results: [string, inbound: string | null, outbound: string | null][] = [
  ['Accepted', 'Completed', 'Completed'], ['Call connected', 'Completed', 'Completed'], ['911', 'Completed', 'Completed'], ['933', 'Completed', 'Completed'],
  ['Voicemail', 'Voicemail', 'No answer'], ['Sent to Voicemail', 'Voicemail', 'No answer'],
  ['Rejected', 'Declined', 'No answer'], ['Declined', 'Declined', 'No answer'], ['Reply', 'Declined', null], ['Blocked', 'Declined', 'Failed'],
  ['Busy', 'Missed', 'Busy'],
  ['Missed', 'Missed', 'No answer'], ['No Answer', 'Missed', 'No answer'], ['Hang Up', 'Missed', 'No answer'], ['Abandoned', 'Missed', 'No answer'], ['Stopped', 'Missed', 'No answer'],
  ['Answered Not Accepted', 'Missed', 'No answer'], ['Answered Elsewhere', 'Missed', 'No answer'], ['Callback requested', 'Missed', 'No answer'], ['IP Phone Offline', 'Missed', 'No answer'],
  ['Call Failed', 'Missed', 'Failed'], ['Call Failure', 'Missed', 'Failed'], ['Wrong Number', 'Missed', 'Failed'], ['Carrier is not active', 'Missed', 'Failed'], ['EDGE trunk misconfigured', 'Missed', 'Failed'],
  ['Internal Error', 'Missed', 'Failed'], ['International Disabled', 'Missed', 'Failed'], ['International Restricted', 'Missed', 'Failed'], ['No Calling Credit', 'Missed', 'Failed'], ['Not Allowed', 'Missed', 'Failed'],
  ['Restricted Number', 'Missed', 'Failed'], ['Suspended account', 'Missed', 'Failed'],
  ['Unknown', null, null], ['Teleported', null, null], ['', null, null],
];

test.each(results)('%s is %s for who was called and %s for who called', (result, inbound, outbound) => {
  expect([outcomeOf({ result }, 'Inbound'), outcomeOf({ result }, 'Outbound')]).toEqual([inbound, outbound]);
});

test.each<Direction>(['Inbound', 'Outbound'])('a result that is not there yet is guessed for nobody: %s', (direction) => {
  expect(outcomeOf({ result: null }, direction)).toBeNull();
});

test('of what several phones of one user say, a talk beats a refusal, that a message, that a missed ring, that silence', () => {
  const said = [null, 'Completed', 'Missed', 'Declined', 'Voicemail'] as const;
  expect([...said].sort((a, b) => rankOf(b) - rankOf(a))).toEqual(['Completed', 'Declined', 'Voicemail', 'Missed', null]);
});
