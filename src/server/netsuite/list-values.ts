import cache = require('N/cache');
import query = require('N/query');
import { directions, outcomes } from '../../core/calls/outcome.ts';
import { Refused } from '../refused.ts';
import { lists } from './ids.ts';

/** Our lists whose values mean something to the code: an administrator may rename or translate what people read, script ids stay. */
const words: Record<keyof typeof lists, readonly string[]> = { direction: directions, outcome: outcomes };
export type MeaningfulList = keyof typeof words;

/** `No answer` is `val_rcns_no_answer` in Objects/lists. */
export const valueScriptId = (word: string): string => `val_rcns_${word.toLowerCase().replace(/ /g, '_')}`;

/** Seconds that ids are kept; they never change, deployments only add to them. */
const keptSeconds = 3600;

type Ids = Record<MeaningfulList, Record<string, string>>;
let known: Ids | null = null;

function ask(): Ids {
  const rows = query
    .runSuiteQL({ query: Object.entries(lists).map(([list, type]) => `SELECT '${list}' AS list, id AS id, scriptid AS scriptid FROM ${type}`).join(' UNION ALL ') })
    .asMappedResults();
  const idsOf = (list: MeaningfulList): Record<string, string> =>
    Object.fromEntries(words[list].flatMap((word) => {
      const row = rows.find((each) => each['list'] === list && String(each['scriptid']).toLowerCase() === valueScriptId(word));
      return row ? [[word, String(row['id'])]] : [];
    }));
  return { direction: idsOf('direction'), outcome: idsOf('outcome') };
}

/** Internal ids by our words. Asked for only where a value was renamed: 2 units, 12 once an hour. Throws where the role may not query. */
function listIds(): Ids {
  if (known) return known;
  const kept = cache.getCache({ name: 'rcns_list_values', scope: cache.Scope.PRIVATE }).get({ key: 'ids', loader: () => JSON.stringify(ask()), ttl: keptSeconds });
  known = JSON.parse(String(kept)) as Ids;
  return known;
}

/** The most that one script spends on them. */
export const listValueUnits = 12;

/** The internal id of one of our words. Throws NetSuite's own refusal where the role may not ask, and our own where the account has it no more. */
export function requireListValue(list: MeaningfulList, word: string): string {
  const id = listIds()[list][word];
  if (id === undefined) throw new Refused('NOT_SET_UP', lists[list]);
  return id;
}

/** The same; null where there is none to be had. */
export function listValueId(list: MeaningfulList, word: string): string | null {
  try {
    return requireListValue(list, word);
  } catch {
    // Without the right to query nothing is known of renamed values: the call is logged without this one.
    return null;
  }
}

/** Our word for what a list field holds, by what it shows and its internal id; as it shows it where it is no word of ours. */
export function listWord(list: MeaningfulList, shown: string, id: string): string {
  if (shown === '' || words[list].includes(shown)) return shown;
  return words[list].find((word) => listValueId(list, word) === id) ?? shown;
}
