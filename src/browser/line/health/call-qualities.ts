import type { AudioFigures, CallQuality, ShownQuality } from '../../../core/calls/quality.ts';
import { noReading, readQuality, shownQuality, wholeQuality, type QualityReading } from '../../../core/calls/read-quality.ts';
import type { Call } from '../../../core/calls/call.ts';
import type { Clock } from '../../environment/clock.ts';
import type { NoteHealth } from './line-health.ts';

export interface CallQualitiesTools {
  clock: Clock;
  /** undefined: has left the list. */
  call(callId: string): Call | undefined;
  note: NoteHealth;
  onChange(): void;
}

/** Silence on hold and before an answer says nothing of the network. */
const isHeard = (call: Call): boolean => call.phase === 'talking' && !call.held;

/** How the calls sound, from what their windows count; kept until a call leaves the list, since its log asks for it. */
export function createCallQualities({ clock, call, note, onChange }: CallQualitiesTools) {
  const readings = new Map<string, QualityReading>();
  const isLive = (callId: string): boolean => (call(callId)?.phase ?? 'ended') !== 'ended';

  return {
    read(callId: string, figures: AudioFigures): void {
      const known = call(callId);
      for (const each of readings.keys()) if (!call(each)) readings.delete(each);
      if (!known || known.phase === 'ended') return;
      const before = readings.get(callId) ?? noReading;
      const after = readQuality(before, figures, clock.now(), isHeard(known));
      readings.set(callId, after);
      const [was, is] = [shownQuality(before)?.lasting === true, shownQuality(after)?.lasting === true];
      if (was !== is) note(is ? 'quality-poor' : 'quality-better');
      onChange();
    },
    /** By Call-ID, of those that are up. */
    view: (): Record<string, ShownQuality> =>
      Object.fromEntries([...readings].flatMap(([callId, reading]) => {
        const shown = isLive(callId) ? shownQuality(reading) : null;
        return shown ? [[callId, shown]] : [];
      })),
    /** Of the whole call; null: never read. */
    whole: (callId: string): CallQuality | null => wholeQuality(readings.get(callId) ?? noReading),
  };
}

export type CallQualities = ReturnType<typeof createCallQualities>;
