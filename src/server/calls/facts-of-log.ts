import type { CallLog } from '../../wire/calls/log.ts';
import type { Fact, RecordedFacts, Source } from '../../core/calls/merge.ts';

/** What a log tells, as facts of one source. An empty text tells nothing. */
export function factsOfLog(log: CallLog, source: Source): RecordedFacts {
  const fact = <T>(value: T | null): Fact<T> => (value === null || value === '' ? null : { value, source });
  return {
    direction: fact(log.direction),
    outcome: fact(log.outcome && { outcome: log.outcome, reason: log.outcome === 'Failed' ? log.reason : null }),
    from: fact(log.from.number),
    to: fact(log.to.number),
    fromName: fact(log.from.name),
    toName: fact(log.to.name),
    startedAt: fact(Date.parse(log.startedAt)),
    talkSeconds: fact(log.talkSeconds),
    ringSeconds: fact(log.ringSeconds),
    queue: fact(log.queue),
    disposition: fact(log.disposition === null || (log.disposition === '' && (log.dispositionAt ?? null) === null) ? null : { text: log.disposition, at: log.dispositionAt ?? 0 }),
    recordingUrl: fact(log.recordingUrl),
    voicemailUrl: fact(log.voicemailUrl),
    quality: fact(log.quality),
    transcript: fact(log.transcript ?? null),
    notes: fact(log.notes && { text: log.notes.text, at: log.notes.at }),
    otherSide: fact(log.person && { ref: { type: log.person.type, id: log.person.id }, known: null, ...(log.person.at !== undefined && { at: log.person.at }) }),
    texts: null,
  };
}
