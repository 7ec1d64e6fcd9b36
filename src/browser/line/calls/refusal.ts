import type { CommandRefusal, CommandResult } from '../../../wire/line/commands.ts';
import type { PartMissing } from '../late-part.ts';
import type { MediaFailure, MediaFailureKind } from '../media/media-failure.ts';
import type { RestFailure } from '../oauth/rest.ts';
import type { OrderRefused, SipRefused } from '../sip/sip-failure.ts';

type Value = Extract<CommandResult, { done: true }>['value'];

export const done = (value: Value = null): CommandResult => ({ done: true, value });
export const refused = (refusal: CommandRefusal, detail = ''): CommandResult => ({ done: false, refusal, detail });

const byMedia: Partial<Record<MediaFailureKind, CommandRefusal>> = { 'microphone-blocked': 'microphone-blocked', 'microphone-missing': 'microphone-missing', 'no-such-call': 'no-such-call' };

/** By its name: the parts of the line that are loaded late throw failures of classes of their own. */
const isA = <Failure extends Error>(failure: unknown, ...names: string[]): failure is Failure => failure instanceof Error && names.includes(failure.name);

/** A failure of the line's parts in the closed list that windows are told. */
export function refusalOf(failure: unknown): CommandResult {
  if (isA<MediaFailure>(failure, 'MediaFailure')) return refused(byMedia[failure.kind] ?? 'failed', failure.kind);
  if (isA<SipRefused>(failure, 'SipRefused')) return refused('ringcentral-refused', `${failure.status} ${failure.reason}`);
  if (isA<OrderRefused>(failure, 'OrderRefused')) return refused('ringcentral-refused', failure.words);
  if (isA(failure, 'SipUnanswered', 'TimedOut')) return refused('no-answer-from-ringcentral');
  if (isA<PartMissing>(failure, 'PartMissing')) return refused('not-loaded', failure.why);
  if (isA<RestFailure>(failure, 'RestFailure')) return failure.kind === 'signed-out' ? refused('not-connected') : refused(failure.kind === 'network' ? 'no-answer-from-ringcentral' : 'ringcentral-refused', failure.words ?? failure.code ?? '');
  return refused('failed', failure instanceof Error ? failure.name : '');
}
