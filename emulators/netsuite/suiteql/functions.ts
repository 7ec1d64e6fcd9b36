import type { DatabaseSync } from 'node:sqlite';
import type { World } from '../executions/execution.ts';
import { NotEmulated } from '../not-emulated.ts';
import { dayText, instantOf, wallAt } from '../records/dates.ts';
import type { Wall } from '../records/dates.ts';
import { nameOfRecord } from '../records/names.ts';

type Sql = string | number | bigint | null;

/** Functions of the dialect to the SQL function that does it. Every other name is NotEmulated. */
export const functionNames: Record<string, string> = {
  NVL: 'IFNULL', COALESCE: 'COALESCE', UPPER: 'UPPER', LOWER: 'LOWER', SUBSTR: 'SUBSTR', LENGTH: 'LENGTH', INSTR: 'INSTR', TRIM: 'TRIM', LTRIM: 'LTRIM', RTRIM: 'RTRIM', REPLACE: 'REPLACE',
  COUNT: 'COUNT', SUM: 'SUM', MIN: 'MIN', MAX: 'MAX', AVG: 'AVG', ROUND: 'ROUND', ABS: 'ABS', NULLIF: 'NULLIF', GREATEST: 'MAX', LEAST: 'MIN', ROW_NUMBER: 'ROW_NUMBER',
  REGEXP_REPLACE: 'suiteql_regexp_replace', REGEXP_LIKE: 'suiteql_regexp_like', REGEXP_SUBSTR: 'suiteql_regexp_substr',
  TO_CHAR: 'suiteql_to_char', TO_DATE: 'suiteql_to_date', TO_TIMESTAMP: 'suiteql_to_date', TO_NUMBER: 'suiteql_to_number', NVL2: 'suiteql_nvl2', DECODE: 'suiteql_decode', MOD: 'suiteql_mod', CONCAT: 'suiteql_concat',
};

/** Registers the dialect's functions on a thread's connection. */
export function registerFunctions(database: DatabaseSync, world: World): void {
  const zone = world.installation.timeZone;
  const define = (name: string, body: (...args: Sql[]) => Sql): void => {
    database.function(name, { varargs: true }, body as never);
  };
  define('suiteql_regexp_replace', (text, pattern, replacement) => (text === null ? null : String(text).replace(new RegExp(javascriptPattern(pattern), 'g'), javascriptReplacement(replacement ?? ''))));
  define('suiteql_regexp_like', (text, pattern) => (text === null ? 0 : Number(new RegExp(javascriptPattern(pattern)).test(String(text)))));
  define('suiteql_regexp_substr', (text, pattern) => (text === null ? null : new RegExp(javascriptPattern(pattern)).exec(String(text))?.[0] ?? null));
  define('suiteql_to_number', (value) => (value === null ? null : Number(value)));
  define('suiteql_nvl2', (value, given, missing) => ((value === null ? missing : given) ?? null));
  define('suiteql_mod', (value, by) => (value === null || by === null || by === undefined || value === undefined ? null : Number(value) % Number(by)));
  define('suiteql_concat', (...parts) => parts.map((part) => part ?? '').join(''));
  define('suiteql_decode', (value, ...pairs) => {
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      if (pairs[at] === value) return pairs[at + 1] ?? null;
    }
    return pairs.length % 2 === 1 ? pairs[pairs.length - 1] ?? null : null;
  });
  define('suiteql_to_char', (value, format) => {
    if (value === null || value === undefined) return null;
    if (format === undefined || format === null) return String(value);
    return toChar(String(value), String(format), zone);
  });
  define('suiteql_to_date', (value, format) => (value === null || value === undefined ? null : toDate(String(value), String(format), zone)));
  define('suiteql_df', (table, column, value) => {
    if (value === null || value === undefined) return null;
    const type = world.catalog.inTable(String(table))[0];
    const field = type && world.catalog.fieldOf(type, String(column));
    if (!field) throw new NotEmulated('SuiteQL', `BUILTIN.DF of ${String(column)}`);
    if (field.target?.kind === 'options') return field.target.options.find((option) => option.value === value)?.text ?? String(value);
    return field.target ? nameOfRecord(world, field.target.types, Number(value)) : String(value);
  });
}

const parts: [RegExp, (wall: Wall) => string, keyof Wall | null, string][] = [
  [/^YYYY/i, (wall) => String(wall.year).padStart(4, '0'), 'year', '(\\d{4})'],
  [/^MM/i, (wall) => String(wall.month).padStart(2, '0'), 'month', '(\\d{1,2})'],
  [/^DD/i, (wall) => String(wall.day).padStart(2, '0'), 'day', '(\\d{1,2})'],
  [/^HH24/i, (wall) => String(wall.hour).padStart(2, '0'), 'hour', '(\\d{1,2})'],
  [/^MI/i, (wall) => String(wall.minute).padStart(2, '0'), 'minute', '(\\d{1,2})'],
  [/^SS/i, (wall) => String(wall.second).padStart(2, '0'), 'second', '(\\d{1,2})'],
];

/** Date and instant columns in a format of YYYY MM DD HH24 MI SS; instants in the company's zone. */
function toChar(value: string, format: string, zone: string): string {
  const wall = value.length === 10 ? wallOfDay(value) : wallAt(new Date(value), zone);
  return walkFormat(format, (part) => part[1](wall), (text) => text);
}

/** Text to what columns hold: a day when the format has no time of day, an instant otherwise. */
function toDate(value: string, format: string, zone: string): string {
  const keys: (keyof Wall)[] = [];
  const pattern = walkFormat(format, (part) => {
    if (part[2]) keys.push(part[2]);
    return part[3];
  }, (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const match = new RegExp(`^\\s*${pattern}\\s*$`).exec(value);
  if (!match) throw new Error(`the text does not fit the date format ${format}`);
  const wall: Wall = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  keys.forEach((key, index) => { wall[key] = Number(match[index + 1]); });
  return keys.includes('hour') ? instantOf(wall, zone).toISOString() : dayText(wall);
}

function walkFormat(format: string, known: (part: (typeof parts)[number]) => string, plain: (text: string) => string): string {
  let rest = format;
  let result = '';
  while (rest !== '') {
    const part = parts.find(([pattern]) => pattern.test(rest));
    const literal = /^(?:"([^"]*)"|([^A-Za-z"]))/.exec(rest);
    if (part) {
      result += known(part);
      rest = rest.replace(part[0], '');
    } else if (literal) {
      result += plain(literal[1] ?? literal[2] ?? '');
      rest = rest.slice(literal[0].length);
    } else throw new NotEmulated('SuiteQL', `the date format ${rest}`);
  }
  return result;
}

function wallOfDay(day: string): Wall {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date, hour: 0, minute: 0, second: 0 };
}

const posixClasses: Record<string, string> = { '[:digit:]': '0-9', '[:alpha:]': 'A-Za-z', '[:alnum:]': 'A-Za-z0-9', '[:space:]': '\\s', '[:punct:]': '!-\\/:-@\\[-`{-~' };

function javascriptPattern(pattern: Sql | undefined): string {
  return String(pattern ?? '').replace(/\[:\w+:\]/g, (name) => posixClasses[name] ?? name);
}

function javascriptReplacement(replacement: Sql): string {
  return String(replacement).replace(/\$/g, '$$$$').replace(/\\(\d)/g, '$$$1');
}

