import type { Actor } from '../executions/execution.ts';
import { NotEmulated } from '../not-emulated.ts';
import { functionNames } from './functions.ts';
import { readFrom } from './read-from.ts';
import type { FromClauses } from './read-from.ts';
import { tableSql } from './tables.ts';
import { isToken, tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

const keywords = new Set(['SELECT', 'DISTINCT', 'FROM', 'WHERE', 'AND', 'OR', 'NOT', 'IN', 'IS', 'NULL', 'LIKE', 'BETWEEN', 'EXISTS', 'JOIN', 'INNER', 'LEFT', 'RIGHT', 'FULL', 'OUTER', 'CROSS', 'ON',
  'GROUP', 'BY', 'HAVING', 'ORDER', 'ASC', 'DESC', 'NULLS', 'FIRST', 'LAST', 'UNION', 'ALL', 'INTERSECT', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'AS', 'WITH', 'ESCAPE', 'OVER', 'PARTITION']);

/** State of one pair of parentheses: what must be written at its end. */
interface Level { limit: string | null; /** ROWNUM counts before the order, LIMIT after it. */ rowNumbered: boolean }

/**
 * A SuiteQL statement as SQLite understands it. Tables become what the role may see of them; a token that is not
 * translated throws NotEmulated with the token, a table that is not there SSS_SEARCH_ERROR_OCCURRED.
 */
export function translate(actor: Actor, statement: string): { sql: string; parameters: number } {
  const tokens = tokensOf(statement);
  if (!isToken(tokens[0], 'SELECT') && !isToken(tokens[0], 'WITH')) throw new NotEmulated('SuiteQL', `a statement starting with ${tokens[0]?.text ?? 'nothing'}`);
  const from = readFrom(tokens);
  const output: string[] = [];
  const levels: Level[] = [{ limit: null, rowNumbered: false }];
  let parameters = 0;
  let at = 0;

  const top = (): Level => levels[levels.length - 1] ?? { limit: null, rowNumbered: false };
  const take = (): Token | undefined => tokens[at++];

  function closeLevel(): void {
    const level = levels.pop();
    if (level && level.limit !== null) output.push('LIMIT', level.limit);
  }

  function amount(what: string): string {
    const token = take();
    if (token?.kind === 'parameter') return `?${(parameters += 1)}`;
    if (token?.kind !== 'number') throw new NotEmulated('SuiteQL', `${what} ${token?.text ?? ''}`);
    return token.text;
  }

  function rowNumber(): void {
    const sign = take();
    if (!sign || !['<=', '<', '='].includes(sign.text)) throw new NotEmulated('SuiteQL', 'ROWNUM other than as an upper limit');
    const count = amount('ROWNUM');
    top().limit = sign.text === '<' ? `${count} - 1` : sign.text === '=' && count !== '1' ? '0' : count;
    top().rowNumbered = true;
    output.push('1 = 1');
  }

  function pageOf(word: string): void {
    const offset = word === 'OFFSET' ? amount('OFFSET') : null;
    if (word === 'OFFSET') {
      expectWord('ROWS', 'ROW');
      expectWord('FETCH');
    }
    expectWord('FIRST', 'NEXT');
    const count = amount('FETCH');
    expectWord('ROWS', 'ROW');
    expectWord('ONLY');
    top().limit = offset === null ? count : `${count} OFFSET ${offset}`;
  }

  function expectWord(...words: string[]): void {
    const token = take();
    if (!words.some((word) => isToken(token, word))) throw new NotEmulated('SuiteQL', `${token?.text ?? 'the end'} where ${words.join(' or ')} must stand`);
  }

  function displayText(): void {
    expectSigns('.', 'DF', '(');
    const first = take();
    const dotted = isToken(tokens[at], '.');
    if (dotted) at += 1;
    const column = dotted ? take() : first;
    if (!first || !column || !isToken(take(), ')')) throw new NotEmulated('SuiteQL', 'BUILTIN.DF of anything but a column');
    const name = column.text.toLowerCase();
    const table = dotted ? from.aliases.get(first.text.toLowerCase()) : tableWith(actor, from, name);
    if (table === undefined) throw new NotEmulated('SuiteQL', `BUILTIN.DF of ${column.text}`);
    output.push(`suiteql_df('${table}', '${name}', ${dotted ? `"${first.text.toLowerCase()}".` : ''}"${name}")`);
  }

  function expectSigns(...texts: string[]): void {
    for (const text of texts) {
      const token = take();
      if (!isToken(token, text)) throw new NotEmulated('SuiteQL', `BUILTIN${token?.text ?? ''}`);
    }
  }

  function word(token: Token): void {
    const upper = token.text.toUpperCase();
    const index = at - 1;
    const called = isToken(tokens[at], '(');
    const qualified = isToken(tokens[index - 1], '.');
    if (qualified || from.tableAt.has(index)) output.push(`"${token.text.toLowerCase()}"`);
    else if (upper === 'BUILTIN') displayText();
    else if (upper === 'ROWNUM') rowNumber();
    else if (upper === 'FETCH' || upper === 'OFFSET') pageOf(upper);
    else if (upper === 'TOP' && isToken(tokens[index - 1], 'SELECT')) top().limit = amount('TOP');
    else if (upper === 'MINUS') output.push('EXCEPT');
    else if (upper === 'SYSDATE' || upper === 'CURRENT_DATE') now(upper);
    else if (keywords.has(upper)) keyword(upper);
    else if (called && !from.own.has(token.text.toLowerCase())) {
      const name = functionNames[upper];
      if (name === undefined) throw new NotEmulated('SuiteQL', `the function ${token.text}`);
      output.push(name);
    } else output.push(`"${token.text.toLowerCase()}"`);
  }

  function keyword(upper: string): void {
    if (upper === 'ORDER' && top().rowNumbered) throw new NotEmulated('SuiteQL', 'ROWNUM together with ORDER BY');
    if (upper === 'IN' && !isToken(tokens[at], '(')) throw new NotEmulated('SuiteQL', `IN ${tokens[at]?.text ?? ''}`);
    output.push(upper);
  }

  function now(upper: string): void {
    if (isToken(tokens[at], '+') || isToken(tokens[at], '-')) throw new NotEmulated('SuiteQL', `arithmetic with ${upper}`);
    output.push(`'${actor.world.now().toISOString()}'`);
  }

  while (at < tokens.length) {
    const token = take();
    if (!token) break;
    if (token.kind === 'word') word(token);
    else if (token.kind === 'parameter') output.push(`?${(parameters += 1)}`);
    else if (token.kind === 'name') output.push(`"${token.text.slice(1, -1).toLowerCase().replace(/"/g, '')}"`);
    else if (token.kind === 'text') output.push(token.text === "''" ? 'NULL' : token.text);
    else if (isToken(token, '(')) {
      if (isToken(tokens[at], '+')) throw new NotEmulated('SuiteQL', '(+)');
      output.push('(');
      levels.push({ limit: null, rowNumbered: false });
    } else if (isToken(token, ')')) {
      closeLevel();
      output.push(')');
    } else output.push(token.text);
  }
  closeLevel();

  const tables = [...new Set(from.tableAt.values())].filter((table) => !from.own.has(table) && table !== 'dual');
  const dual = [...from.tableAt.values()].includes('dual') ? ['"dual" AS (SELECT \'X\' AS "dummy")'] : [];
  const views = [...dual, ...tables.map((table) => `"${table}" AS NOT MATERIALIZED (${tableSql(actor, table)})`)];
  const body = output.join(' ').replace(/ \. /g, '.');
  if (views.length === 0) return { sql: body, parameters };
  return { sql: body.startsWith('WITH ') ? `WITH ${views.join(', ')}, ${body.slice(5)}` : `WITH ${views.join(', ')} ${body}`, parameters };
}

function tableWith(actor: Actor, from: FromClauses, column: string): string | undefined {
  const tables = [...new Set(from.tableAt.values())].filter((table) => actor.world.catalog.inTable(table)[0]?.fields.some((field) => field.id === column));
  return tables.length === 1 ? tables[0] : undefined;
}
