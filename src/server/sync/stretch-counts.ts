import type * as v from 'valibot';
import type { BackFillCounts, LastBackFill } from '../../wire/sync/sync.ts';
import type { Logged, readLogged } from './found-call.ts';
import type { Stretch, SyncState } from './sync-state.ts';

/** A run that has ended: what became of each call, and whether all of them were logged or parked. */
interface EndedRun { run: NonNullable<SyncState['run']>; done: ReadonlyMap<string, ReturnType<typeof readLogged>>; whole: boolean }

/**
 * What each stretch of a run has come to. Pages that have to be read again bring their calls once more: what was logged of them is then
 * known, and no news. `kept`: counts by stretch; `over`: back-fills with what this run read of them.
 */
export function countedStretches(stretches: readonly Stretch[], { run, done, whole }: EndedRun): { kept: Map<string, Pick<Stretch, 'counts' | 'again'>>; over: Stretch[] } {
  const became = new Map<string, Partial<Record<Logged, number>>>();
  for (const { logged, stretch } of done.values()) {
    if (stretch === null) continue;
    const of = became.get(stretch) ?? {};
    became.set(stretch, { ...of, [logged]: (of[logged] ?? 0) + 1 });
  }
  const counted = stretches.map((stretch): Stretch => {
    const of = became.get(stretch.id) ?? {};
    const { read, known } = run.of[stretch.id] ?? { read: 0, known: 0 };
    const { created, completed, unchanged, unmapped, failed } = stretch.counts;
    const news = (of.created ?? 0) + (of.completed ?? 0) + (of.unmapped ?? 0);
    return {
      ...stretch,
      calls: stretch.calls + read,
      again: whole ? 0 : stretch.again + news,
      counts: {
        created: created + (of.created ?? 0), completed: completed + (of.completed ?? 0), unmapped: unmapped + (of.unmapped ?? 0),
        unchanged: whole ? unchanged + Math.max(0, known + (of.unchanged ?? 0) - stretch.again) : unchanged,
        failed: whole ? failed + (of.failed ?? 0) : failed,
      },
    };
  });
  return { kept: new Map(counted.map(({ id, counts, again }) => [id, { counts, again }])), over: counted.filter(({ kind }) => kind === 'back-fill') };
}

/** What is kept of a back-fill that is over. */
export const lastBackFill = ({ from, to, calls, counts }: Stretch, now: number, stopped: boolean): v.InferOutput<typeof LastBackFill> =>
  ({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), endedAt: new Date(now).toISOString(), stopped, calls, counts: counts satisfies BackFillCounts });
