import type { LineState } from '../../wire/line/state.ts';
import { mostRecentCalls, type RecentCall } from '../../wire/calls/recent.ts';
import { whoIsIt } from '../ui/who.ts';
import { phaseWords } from '../ui/words/call.ts';

/** One line of the portlet: a phone call that stands in NetSuite. */
export interface RecentRow { record: number; title: string; when: string }

/**
 * The newest calls first: those that were logged since the page was made, as the line tells of them with their time of day,
 * and those the server knew.
 */
export function recentRows(known: readonly RecentCall[], state: LineState | null, timeOfDay: (at: number) => string): RecentRow[] {
  const since = (state?.calls ?? []).flatMap((call): RecentRow[] => {
    const record = state?.logged[call.callId]?.record ?? null;
    if (call.phase !== 'ended' || record === null || known.some((each) => each.record === record)) return [];
    return [{ record, title: [`${call.direction} call`, whoIsIt(call).title, phaseWords(call).toLowerCase()].join(' · '), when: timeOfDay(call.startedAt) }];
  });
  return [...since, ...known.map(({ record, title, day }) => ({ record, title, when: day }))].slice(0, mostRecentCalls);
}
