import type { CallReport } from '../../../core/calls/to-log.ts';
import { largestBatch, type LogResult } from '../../../wire/calls/log.ts';
import type { LineState } from '../../../wire/line/state.ts';
import type { Clock } from '../../environment/clock.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import { NetSuiteFailure } from '../../netsuite/failure.ts';
import type { LineTimings } from '../timings.ts';
import { closed, logOf, type Draft } from './draft.ts';
import type { DraftStore } from './draft-store.ts';

export interface OutboxTools {
  account: string;
  user: number;
  clock: Clock;
  timings: Pick<LineTimings, 'retryLogMs'>;
  store: DraftStore;
  netsuite: Pick<NetSuiteClient, 'logCalls'>;
  onChange(): void;
}

/** The result of a log that has to wait and of one that will never be taken. */
const done: ReadonlySet<LogResult['status']> = new Set(['created', 'completed', 'unchanged', 'deleted']);

/** Logs on their way to NetSuite: kept until acknowledged, one by one. */
export function createOutbox({ account, user, clock, timings, store, netsuite, onChange }: OutboxTools) {
  const drafts = new Map<string, Draft>();
  const saved = new Map<string, number | null>();
  const refused = new Map<string, { telephonySessionId: string; detail: string }>();
  let sessionEnded = false;
  let sending: Promise<void> | null = null;
  let again = false;
  let ended = false;
  let cancelRetry = (): void => undefined;

  const due = (): Draft[] => [...drafts.values()].filter((draft) => !draft.open && !refused.has(draft.callId)).slice(0, largestBatch);
  const remove = (callId: string): void => {
    drafts.delete(callId);
    void store.delete(callId);
  };

  function take(draft: Draft, result: LogResult | undefined): void {
    if (result && done.has(result.status)) {
      saved.set(draft.callId, result.record);
      if (drafts.get(draft.callId)?.version === draft.version) remove(draft.callId);
    } else if (result?.status === 'refused') {
      refused.set(draft.callId, { telephonySessionId: draft.log.telephonySessionId, detail: [result.code, result.detail].filter(Boolean).join(': ') });
      // The record is somebody else's: acknowledged, and for an admin or sync to settle.
      if (result.code === 'NOT_YOURS') remove(draft.callId);
    }
  }

  async function send(): Promise<void> {
    const batch = due();
    if (batch.length === 0) return;
    let tryAgain = false;
    try {
      const results = await netsuite.logCalls({ account, user, calls: batch.map((draft) => draft.log) });
      sessionEnded = false;
      batch.forEach((draft, at) => take(draft, results[at]));
      tryAgain = results.length !== batch.length || results.some((result) => result.status === 'later');
    } catch (failure) {
      const kind = failure instanceof NetSuiteFailure ? failure.kind : 'network';
      sessionEnded = kind === 'session-ended' || (failure instanceof NetSuiteFailure && failure.code === 'WRONG_USER');
      if (kind === 'refused' && !sessionEnded) {
        const { code, message } = failure as NetSuiteFailure;
        for (const draft of batch) refused.set(draft.callId, { telephonySessionId: draft.log.telephonySessionId, detail: [code, message].filter(Boolean).join(': ') });
      } else tryAgain = true;
    }
    onChange();
    cancelRetry();
    if (ended) return;
    if (tryAgain) cancelRetry = clock.after(timings.retryLogMs, flush);
    else if (due().length > 0) again = true;
  }

  function flush(): void {
    if (ended) return;
    if (sending) {
      again = true;
      return;
    }
    again = false;
    sending = send().finally(() => {
      sending = null;
      if (again) flush();
    });
  }

  return {
    /** Reads what earlier lines of this user left; a call that was up when its line died is closed and logged, unless it goes on. */
    async start(goesOn: (callId: string) => boolean): Promise<void> {
      for (const draft of await store.all()) {
        if (drafts.has(draft.callId)) continue;
        const ready = draft.open && !goesOn(draft.callId) ? closed(draft) : draft;
        if (ready === null) {
          await store.delete(draft.callId);
          continue;
        }
        drafts.set(ready.callId, ready);
      }
      onChange();
      flush();
    },
    /** Writes or rewrites the draft of a call; `open` ones are not sent. */
    keep(callId: string, report: CallReport, { open, throughQueue }: { open: boolean; throughQueue: boolean }): void {
      const draft: Draft = { callId, account, user, open, throughQueue, version: (drafts.get(callId)?.version ?? 0) + 1, log: logOf(report) };
      drafts.set(callId, draft);
      refused.delete(callId);
      void store.write(draft);
      onChange();
    },
    drop(callId: string): void {
      if (!drafts.has(callId)) return;
      remove(callId);
      onChange();
    },
    isOpen: (callId: string): boolean => drafts.get(callId)?.open === true,
    /** The call does not go on after all. */
    closeDraft(callId: string): void {
      const draft = drafts.get(callId);
      if (!draft?.open) return;
      const ready = closed(draft);
      if (ready === null) remove(callId);
      else drafts.set(callId, ready);
      onChange();
      flush();
    },
    flush,
    /** Somebody signed in again, or an admin mended something: what was refused gets another chance. */
    tryAll(): void {
      for (const callId of [...refused.keys()]) if (drafts.has(callId)) refused.delete(callId);
      flush();
    },
    unsent: (): LineState['unsent'] => ({ waiting: [...drafts.values()].filter((draft) => !draft.open).length, sessionEnded, refused: [...refused.values()] }),
    /** How far a call's log is; nothing before it is due. */
    logged(callId: string): LineState['logged'][string] | null {
      const draft = drafts.get(callId);
      if (draft && !draft.open) return { status: 'waiting', record: saved.get(callId) ?? null };
      return saved.has(callId) ? { status: 'saved', record: saved.get(callId) ?? null } : null;
    },
    hasOpen: (): boolean => [...drafts.values()].some(({ open }) => open),
    /** Settles when what was under way is at NetSuite or given up, and every draft is written. */
    async close(): Promise<void> {
      ended = true;
      cancelRetry();
      await sending;
      await store.written();
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
