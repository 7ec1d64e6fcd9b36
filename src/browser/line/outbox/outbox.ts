import type { CallReport } from '../../../core/calls/to-log.ts';
import type { WhatToLog } from '../../../core/calls/wants-logging.ts';
import type { LogResult } from '../../../wire/calls/log-answer.ts';
import type { ErrorCode, Refusal } from '../../../wire/errors.ts';
import type { TextLog } from '../../../wire/messages/log.ts';
import type { LineState } from '../../../wire/line/state.ts';
import type { Correction, Unsent } from '../../../wire/line/unsent.ts';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { LineTimings } from '../timings.ts';
import { closed, logOf, textDraftId, type CallDraft, type Draft } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import { createLeftCalls } from './left-calls.ts';
import { createNotesOfRecords } from './notes-of-records.ts';
import { corrected } from './refused-log.ts';
import { createSendDrafts } from './send-drafts.ts';
import { unsentView } from './unsent-view.ts';

export interface OutboxTools {
  account: string;
  user: number;
  environment: Pick<LineEnvironment, 'clock' | 'random' | 'onOnline'>;
  timings: Pick<LineTimings, 'retryLogMs' | 'longestRetryMs' | 'refusedLogMs'>;
  store: DraftStore;
  netsuite: Pick<NetSuiteClient, 'log'>;
  /** null: not known yet. */
  whatToLog(): WhatToLog | null;
  /** A call's notes are other ones now: a person's edit in NetSuite, put together with what was written here. false: the call is shown no more. */
  onNotes(callId: string, text: string): boolean;
  onChange(): void;
}

const done: ReadonlySet<LogResult['status']> = new Set(['created', 'completed', 'unchanged', 'deleted']);

/** What trying again would not change. */
const waitsForOwner: ReadonlySet<ErrorCode> = new Set(['NOT_YOURS', 'CONFLICT']);

/** Logs on their way to NetSuite: kept until acknowledged one by one, or discarded by their owner. */
export function createOutbox({ account, user, environment, timings, store, netsuite, whatToLog, onNotes, onChange }: OutboxTools) {
  const { clock } = environment;
  const drafts = new Map<string, Draft>();
  /** Call-ID → internal id of the record; null where it was deleted. */
  const saved = new Map<string, number | null>();
  const notes = createNotesOfRecords();

  const keepDraft = (draft: Draft): void => {
    drafts.set(draft.id, draft);
    void store.write(draft);
  };
  const remove = (id: string): void => {
    drafts.delete(id);
    void store.delete(id);
  };
  const left = createLeftCalls({ whatToLog, remove });
  const refuse = (sent: Draft, refusal: Refusal): void => {
    const draft = drafts.get(sent.id);
    // Changed while it was under way: that version has not been refused.
    if (draft?.version !== sent.version) return;
    keepDraft({ ...draft, refusal: { ...refusal, at: clock.now() } });
  };
  const due = (): Draft[] => [...drafts.values()].filter(({ id, open, refusal }) => !open && refusal === null && !left.wait(id));

  /** A person has written into the record: ours goes together with theirs, or waits for its owner. */
  function notesMet(sent: CallDraft, theirs: string): true {
    const draft = drafts.get(sent.id);
    // Typed on meanwhile: the newer notes will meet them in their turn.
    if (draft?.kind !== 'call' || draft.version !== sent.version) return true;
    const meeting = notes.meet(draft, theirs);
    if (meeting.kind === 'asked') {
      keepDraft({ ...draft, theirs: meeting.theirs, refusal: { code: 'CONFLICT', detail: 'notes', at: clock.now() } });
      return true;
    }
    remove(draft.id);
    const isShown = onNotes(draft.id, meeting.text);
    if (meeting.kind === 'merged' && !isShown) keepDraft(corrected({ ...draft, theirs }, { notes: meeting.text }, clock.now()));
    return true;
  }

  const sender = createSendDrafts({
    account,
    user,
    clock,
    random: environment.random,
    timings,
    netsuite,
    due,
    take(draft, result) {
      if (result && done.has(result.status)) {
        if (draft.kind === 'call') {
          saved.set(draft.id, result.record);
          if (typeof result.notes === 'string') return notesMet(draft, result.notes);
          notes.taken(draft);
        }
        if (drafts.get(draft.id)?.version === draft.version) remove(draft.id);
        return true;
      }
      if (result?.status !== 'refused') return false;
      refuse(draft, { code: result.code ?? 'NETSUITE', detail: result.detail ?? '' });
      return true;
    },
    refuse,
    putLast({ id }) {
      const draft = drafts.get(id);
      if (!draft) return;
      drafts.delete(id);
      drafts.set(id, draft);
    },
    onChange,
  });
  const ignoreOnline = environment.onOnline(sender.tryNow);

  function companyKnown(): void {
    if (!left.settle()) return;
    onChange();
    sender.flush();
  }
  /** The line of this draft is gone, or its call does not go on. */
  function takeOver(draft: Draft): void {
    const ready = closed(draft);
    if (ready === null) return remove(draft.id);
    drafts.set(ready.id, ready);
    left.add(ready);
  }

  /** A refused draft goes again; `id` undefined: every one that was refused at least so long ago, unless only its owner can settle it. */
  function tryRefused(agoMs: number): void {
    for (const draft of drafts.values()) {
      if (draft.refusal === null || waitsForOwner.has(draft.refusal.code) || draft.refusal.at + agoMs > clock.now()) continue;
      keepDraft({ ...draft, refusal: null });
    }
    sender.tryNow();
  }

  /** Writes or rewrites the draft of a call; `open` ones are not sent. */
  function keep(callId: string, report: CallReport, { open, throughQueue }: { open: boolean; throughQueue: boolean }): void {
    keepDraft({ kind: 'call', id: callId, account, user, open, throughQueue, version: (drafts.get(callId)?.version ?? 0) + 1, refusal: null, theirs: null, log: logOf(report, notes.over(callId)) });
    onChange();
  }

  return {
    /** Reads what earlier lines of this user left; a call that was up when its line died is closed and logged, unless it goes on. */
    async start(goesOn: (callId: string) => boolean): Promise<void> {
      for (const draft of await store.all()) {
        if (drafts.has(draft.id)) continue;
        if (draft.open && !goesOn(draft.id)) takeOver(draft);
        else drafts.set(draft.id, draft);
      }
      onChange();
      companyKnown();
      tryRefused(timings.refusedLogMs);
    },
    keep,
    /** Notes on a call that has left the list: into its draft, or into one of their own, which completes its record. */
    keepNotes(callId: string, report: CallReport): void {
      const draft = drafts.get(callId);
      if (draft?.kind === 'call') keepDraft({ ...draft, version: draft.version + 1, log: { ...draft.log, notes: logOf(report, notes.over(callId)).notes } });
      else keep(callId, report, { open: false, throughQueue: false });
      sender.flush();
    },
    /** The same for a message; `open`: more of its conversation is expected, so it waits for `closeTexts`. */
    keepText(log: TextLog, { open }: { open: boolean }): void {
      const id = textDraftId(log.messageId);
      keepDraft({ kind: 'text', id, account, user, open, version: (drafts.get(id)?.version ?? 0) + 1, refusal: null, log });
      onChange();
    },
    /** Conversations pause: their messages go; all that wait where no conversation is given. */
    closeTexts(conversationIds?: string[]): void {
      for (const draft of drafts.values()) if (draft.kind === 'text' && draft.open && (!conversationIds || conversationIds.includes(draft.log.conversationId))) keepDraft({ ...draft, open: false });
      onChange();
      sender.flush();
    },
    drop(callId: string): void {
      if (!drafts.has(callId)) return;
      remove(callId);
      onChange();
    },
    isOpen: (callId: string): boolean => drafts.get(callId)?.open === true,
    /** Notes as the draft of a call has them. */
    notesOf(callId: string): CallDraft['log']['notes'] {
      const draft = drafts.get(callId);
      return draft?.kind === 'call' ? draft.log.notes : null;
    },
    /** The call does not go on after all. */
    closeDraft(callId: string): void {
      const draft = drafts.get(callId);
      if (!draft?.open) return;
      takeOver(draft);
      onChange();
      companyKnown();
    },
    companyKnown,
    flush: sender.flush,
    /** A page was loaded: somebody may have signed in again, and after a while an admin may have mended something. */
    pageLoaded: (): void => tryRefused(timings.refusedLogMs),
    /** Somebody wants it tried now. */
    tryAll: (): void => tryRefused(0),
    /** Its owner sends a refused log again, changed or not; false: there is none. */
    sendAgain(id: string, correction: Correction): boolean {
      const draft = drafts.get(id);
      if (!draft?.refusal) return false;
      keepDraft({ ...(draft.kind === 'call' ? corrected(draft, correction, clock.now()) : draft), refusal: null });
      if (draft.kind === 'call') notes.settled(id, draft.theirs);
      if (correction.notes !== undefined) onNotes(id, correction.notes);
      onChange();
      sender.tryNow();
      return true;
    },
    /** Its owner does without this log; only of one that NetSuite refused. */
    discard(id: string): boolean {
      const draft = drafts.get(id);
      if (!draft?.refusal) return false;
      remove(id);
      if (draft.kind === 'call' && draft.theirs !== null) {
        notes.settled(id, draft.theirs);
        onNotes(id, draft.theirs);
      }
      onChange();
      return true;
    },
    unsent: (): Unsent => unsentView(drafts.values(), due(), { sessionEnded: sender.sessionEnded(), lasting: store.isLasting() }),
    /** How far a call's log is; nothing before it is due. */
    logged(callId: string): LineState['logged'][string] | null {
      const draft = drafts.get(callId);
      if (draft && !draft.open) return { status: 'waiting', record: saved.get(callId) ?? null };
      return saved.has(callId) ? { status: 'saved', record: saved.get(callId) ?? null } : null;
    },
    /** Settles when everything kept so far would outlive this line. */
    written: store.written,
    /** A call's draft waits for its end, or would go with this line; otherwise the next one can send it as well. */
    needsThisLine: (): boolean => [...drafts.values()].some(({ kind, open }) => (kind === 'call' && open) || !store.isLasting()),
    /** Settles when what was under way is at NetSuite or given up, and every draft is written. */
    async close(): Promise<void> {
      ignoreOnline();
      await sender.close();
      await store.written();
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
