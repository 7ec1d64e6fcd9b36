import { NotEmulated } from '../not-emulated.ts';
import { isToken } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Where the tables of a statement stand, and what each alias means. */
export interface FromClauses {
  /** Index of a token that is a table's name, to the table. */
  tableAt: Map<number, string>;
  aliases: Map<string, string>;
  /** Names given by WITH. */
  own: Set<string>;
}

const endsFrom = ['WHERE', 'GROUP', 'ORDER', 'HAVING', 'UNION', 'INTERSECT', 'MINUS', 'FETCH', 'OFFSET', 'SELECT'];
const notAlias = new Set(['ON', 'INNER', 'LEFT', 'RIGHT', 'FULL', 'CROSS', 'JOIN', 'AS', 'OUTER', ...endsFrom]);

/** Finds the tables; a word where a table must stand is one. */
export function readFrom(tokens: Token[]): FromClauses {
  const found: FromClauses = { tableAt: new Map(), aliases: new Map(), own: new Set() };
  tokens.forEach((token, index) => {
    if (token.kind === 'word' && isToken(tokens[index + 1], 'AS') && isToken(tokens[index + 2], '(') && isToken(tokens[index + 3], 'SELECT')) found.own.add(token.text.toLowerCase());
  });
  const levels: { inFrom: boolean; expecting: boolean }[] = [{ inFrom: false, expecting: false }];
  tokens.forEach((token, index) => {
    const level = levels[levels.length - 1];
    if (!level) return;
    if (isToken(token, '(')) {
      level.expecting = false;
      levels.push({ inFrom: false, expecting: false });
    } else if (isToken(token, ')')) {
      if (levels.length > 1) levels.pop();
    } else if (isToken(token, 'FROM') || isToken(token, 'JOIN')) {
      level.inFrom = true;
      level.expecting = true;
    } else if (level.inFrom && isToken(token, ',')) {
      level.expecting = true;
    } else if (token.kind === 'word' && endsFrom.includes(token.text.toUpperCase())) {
      level.inFrom = false;
      level.expecting = false;
    } else if (level.expecting && token.kind !== 'word') {
      throw new NotEmulated('SuiteQL', `${token.text} where a table must stand`);
    } else if (level.expecting) {
      level.expecting = false;
      const table = token.text.toLowerCase();
      found.tableAt.set(index, table);
      found.aliases.set(table, table);
      const next = tokens[index + 1];
      const alias = isToken(next, 'AS') ? tokens[index + 2] : next;
      if (alias?.kind === 'word' && !notAlias.has(alias.text.toUpperCase())) found.aliases.set(alias.text.toLowerCase(), table);
    }
  });
  return found;
}
