import type { DialogSnapshot } from '../../../wire/line/dialog.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Calls } from '../calls/calls.ts';
import type { Controls } from '../calls/controls.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import type { MoveAudio } from '../media/move-audio.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SipPhone } from '../sip/sip-phone.ts';
import type { LineTimings } from '../timings.ts';
import { readDialogs } from './read-dialogs.ts';

export interface RestoreCallsTools {
  clock: Clock;
  timings: Pick<LineTimings, 'lastPageGoneInCallMs'>;
  calls: Pick<Calls, 'resume' | 'apply' | 'forget' | 'has'>;
  controls: Pick<Controls, 'resume'>;
  outbox: Pick<Outbox, 'isOpen' | 'notesOf' | 'closeDraft'>;
  places: Pick<AudioPlaces, 'resume' | 'prefer' | 'closeIn' | 'windowOf'>;
  moveAudio: Pick<MoveAudio, 'lost'>;
  phone(): SipPhone | null;
  /** Calls are back on the phone: ask RingCentral what they missed. */
  onRestored(): void;
  onChange(): void;
}

/**
 * Goes on with the calls of a line that died. Windows bring their snapshots with their first hello; a call is taken up
 * when its draft still lies open, so that one that has ended is never called back, nor one of another user.
 *
 *   offered ──draft is open──▶ waiting ──phone is up──▶ a call like others, its audio on the move
 */
export function createRestoreCalls({ clock, timings, calls, controls, outbox, places, moveAudio, phone, onRestored, onChange }: RestoreCallsTools) {
  const offered = new Map<string, DialogSnapshot>();
  const waiting = new Map<string, DialogSnapshot>();
  const carriers = new Map<string, string>();
  /** Taken up, and not heard yet. */
  const unheard = new Set<string>();
  let taken = false;
  let cancelGiveUp = (): void => undefined;

  /** Nobody knows when it ended: the log says what is known. */
  function close(callId: string): void {
    const carrier = carriers.get(callId);
    if (carrier !== undefined) places.closeIn(carrier, callId);
    calls.forget(callId);
    outbox.closeDraft(callId);
  }

  function giveUp(): void {
    for (const callId of waiting.keys()) close(callId);
    waiting.clear();
    onChange();
  }

  function phoneUp(): void {
    const up = phone();
    if (!up || waiting.size === 0) return;
    cancelGiveUp();
    const due = [...waiting.values()];
    waiting.clear();
    for (const dialog of due) {
      up.restore(dialog, dialog.evidence.held);
      places.resume(dialog.callId, dialog.evidence.muted);
      places.prefer(dialog.callId, carriers.get(dialog.callId) ?? null);
      unheard.add(dialog.callId);
      moveAudio.lost(dialog.callId);
    }
    onRestored();
    onChange();
  }

  return {
    /** A window said hello with what it kept. `carries`: calls whose audio it still has. Only the first moments of a line count. */
    offer(kept: unknown, windowId: string, carries: readonly string[]): void {
      for (const callId of carries) {
        carriers.set(callId, windowId);
        if (taken && !waiting.has(callId) && places.windowOf(callId) !== windowId) places.closeIn(windowId, callId);
      }
      if (taken) return;
      for (const dialog of readDialogs(kept)) {
        const known = offered.get(dialog.callId);
        if (!known || known.cseq < dialog.cseq) offered.set(dialog.callId, dialog);
      }
    },
    isOffered: (callId: string): boolean => offered.has(callId),
    /** The drafts are known now. */
    take(): void {
      taken = true;
      // The newest comes first in the list, so it is the last to come.
      for (const dialog of [...offered.values()].sort((a, b) => a.facts.startedAt - b.facts.startedAt)) {
        if (!outbox.isOpen(dialog.callId) || calls.has(dialog.callId)) continue;
        calls.resume({ facts: dialog.facts, evidence: dialog.evidence });
        controls.resume(dialog.callId, dialog.control);
        // The draft may have been written after the window was last told.
        const notes = outbox.notesOf(dialog.callId);
        if (notes) calls.apply(dialog.callId, { what: 'notes', text: notes.text, at: notes.at });
        // What happened while no line listened is not known.
        calls.apply(dialog.callId, { what: 'events-lost' });
        waiting.set(dialog.callId, dialog);
      }
      offered.clear();
      for (const [callId, windowId] of carriers) if (!waiting.has(callId)) places.closeIn(windowId, callId);
      onChange();
      if (waiting.size === 0) return;
      cancelGiveUp = clock.after(timings.lastPageGoneInCallMs, giveUp);
      phoneUp();
    },
    phoneUp,
    giveUp,
    /** RingCentral does not know the call any more. */
    over(callId: string): void {
      if (unheard.delete(callId)) close(callId);
    },
    heard: (callId: string): void => void unheard.delete(callId),
    waiting: (): DialogSnapshot[] => [...offered.values(), ...waiting.values()],
    close: (): void => cancelGiveUp(),
  };
}

export type RestoreCalls = ReturnType<typeof createRestoreCalls>;
