import type { CommandRefusal, CommandResult } from '../../../wire/line/commands.ts';
import { TimedOut } from '../../environment/clock.ts';
import { MediaFailure, type MediaFailureKind } from '../media/media-failure.ts';
import { RestFailure } from '../oauth/rest.ts';
import { OrderRefused, SipRefused, SipUnanswered } from '../sip/sip-failure.ts';

type Value = Extract<CommandResult, { done: true }>['value'];

export const done = (value: Value = null): CommandResult => ({ done: true, value });
export const refused = (refusal: CommandRefusal, detail = ''): CommandResult => ({ done: false, refusal, detail });

const byMedia: Partial<Record<MediaFailureKind, CommandRefusal>> = { 'microphone-blocked': 'microphone-blocked', 'microphone-missing': 'microphone-missing', 'no-such-call': 'no-such-call' };

/** A failure of the line's parts in the closed list that windows are told. */
export function refusalOf(failure: unknown): CommandResult {
  if (failure instanceof MediaFailure) return refused(byMedia[failure.kind] ?? 'failed', failure.kind);
  if (failure instanceof SipRefused) return refused('ringcentral-refused', `${failure.status} ${failure.reason}`);
  if (failure instanceof OrderRefused) return refused('ringcentral-refused', failure.words);
  if (failure instanceof SipUnanswered || failure instanceof TimedOut) return refused('no-answer-from-ringcentral');
  if (failure instanceof RestFailure && failure.kind === 'signed-out') return refused('not-connected');
  if (failure instanceof RestFailure) return refused(failure.kind === 'network' ? 'no-answer-from-ringcentral' : 'ringcentral-refused', failure.words ?? failure.code ?? '');
  return refused('failed', failure instanceof Error ? failure.name : '');
}
