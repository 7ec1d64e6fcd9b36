import * as v from 'valibot';
import type { Colleague } from '../../../wire/line/presence.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Rest } from '../oauth/rest.ts';
import type { LineTimings } from '../timings.ts';
import { colleaguePresence } from './colleague-presence.ts';

const account = '/restapi/v1.0/account/~';
/** The most that RingCentral puts into one page. */
const perPage = 1000;
/** A company with more people than this is searched, not listed: the state goes whole to every window. */
const mostPages = 3;

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const Paged = v.object({ records: v.array(v.unknown()), navigation: v.optional(v.object({ nextPage: v.optional(v.unknown()) })) });
const Person = v.object({ id, extensionNumber: v.string(), name: v.string(), type: v.picklist(['User', 'DigitalUser', 'VirtualUser', 'FlexibleUser']), status: v.literal('Enabled') });
const Presence = v.object({ extension: v.object({ id }), presenceStatus: v.optional(v.string()), dndStatus: v.optional(v.string()), telephonyStatus: v.optional(v.string()) });

export interface ColleaguesTools {
  rest: Rest;
  clock: Clock;
  timings: Pick<LineTimings, 'colleaguesMs' | 'colleaguesWatchedMs'>;
  /** This user's own extension, who is nobody's colleague to themselves. */
  extensionId(): string | null;
  onChange(): void;
}

/**
 * Who works here and how they are, for as long as somebody looks: asked at most once a minute, since the whole account's
 * presence is among RingCentral's heavy requests. Nobody watches: nothing is asked, and nothing shown.
 */
export function createColleagues({ rest, clock, timings, extensionId, onChange }: ColleaguesTools) {
  let people: v.InferOutput<typeof Person>[] | null = null;
  let shown: Colleague[] | null = null;
  let watchedUntil = 0;
  let lastAskedAt = -Infinity;
  let asking = false;
  let cancelNext: (() => void) | null = null;
  let closed = false;

  async function all(path: string): Promise<unknown[]> {
    const records: unknown[] = [];
    for (let page = 1; page <= mostPages; page += 1) {
      const answer = v.parse(Paged, await rest.get(`${path}?page=${page}&perPage=${perPage}`));
      records.push(...answer.records);
      if (!answer.navigation?.nextPage) break;
    }
    return records;
  }
  /** What does not fit is left out: one odd record must not hide the others. */
  const fitting = <T extends v.GenericSchema>(schema: T, records: unknown[]): v.InferOutput<T>[] =>
    records.flatMap((record) => {
      const read = v.safeParse(schema, record);
      return read.success ? [read.output] : [];
    });

  async function ask(): Promise<void> {
    asking = true;
    lastAskedAt = clock.now();
    try {
      people ??= fitting(Person, await all(`${account}/extension`));
      const known = new Map(fitting(Presence, await all(`${account}/presence`)).map((each) => [each.extension.id, colleaguePresence(each)]));
      shown = people
        .filter((person) => person.id !== extensionId())
        .map((person) => ({ extensionId: person.id, extensionNumber: person.extensionNumber, name: person.name, presence: known.get(person.id) ?? ('unknown' as const) }))
        .sort((a, b) => a.name.localeCompare(b.name));
    } catch {
      // Nobody is said to be available on the word of a minute ago.
      shown = (shown ?? []).map((each) => ({ ...each, presence: 'unknown' }));
    }
    asking = false;
    if (closed) return;
    if (watchedUntil <= clock.now()) shown = null;
    onChange();
    next();
  }

  function next(): void {
    cancelNext?.();
    cancelNext = clock.after(Math.max(0, lastAskedAt + timings.colleaguesMs - clock.now()), () => {
      cancelNext = null;
      if (clock.now() < watchedUntil) return void ask();
      shown = null;
      onChange();
    });
  }

  return {
    current: (): Colleague[] | null => shown,
    /** Somebody looks, and says so again before the time is over. */
    watch(): void {
      watchedUntil = clock.now() + timings.colleaguesWatchedMs;
      if (!asking && cancelNext === null) next();
    },
    close(): void {
      closed = true;
      cancelNext?.();
    },
  };
}

export type Colleagues = ReturnType<typeof createColleagues>;
