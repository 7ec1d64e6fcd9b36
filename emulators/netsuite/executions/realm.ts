import vm from 'node:vm';

/** A JavaScript world for one execution: its own globals, about ES2022, nothing of the browser and nothing of Node. */
export interface Realm {
  run(script: vm.Script): unknown;
  setGlobal(name: string, value: unknown): void;
  /** A deep copy of plain data, made of the realm's own arrays, objects and dates. */
  adopt<T>(value: T): T;
  /** An array of the realm with these very items. */
  list<T>(items: T[]): T[];
  date(milliseconds: number): Date;
  /** A date from a day and a time on the wall, as the script's own `new Date(y, m, d, h, mi, s)` would make. */
  wallDate(year: number, month: number, day: number, hour?: number, minute?: number, second?: number): Date;
  /** JSON text to values of the realm; throws SyntaxError. */
  parse(text: string): unknown;
}

/** What V8 has beyond ES2022, and what the platform's engine does not offer at all. */
const strip = `'use strict'; (() => {
  const later = {
    Array: ['fromAsync'], Object: ['groupBy'], Map: ['groupBy'], Promise: ['withResolvers', 'try'], Math: ['sumPrecise', 'f16round'], Atomics: ['waitAsync', 'pause'],
    RegExp: ['escape'], Error: ['isError', 'captureStackTrace'], Uint8Array: ['fromBase64', 'fromHex'], JSON: ['rawJSON', 'isRawJSON'],
  };
  const laterOnPrototype = {
    Array: ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'], String: ['isWellFormed', 'toWellFormed'],
    Set: ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
    Map: ['getOrInsert', 'getOrInsertComputed'], WeakMap: ['getOrInsert', 'getOrInsertComputed'],
    ArrayBuffer: ['resize', 'transfer', 'transferToFixedLength'], Uint8Array: ['toBase64', 'toHex', 'setFromBase64', 'setFromHex'],
  };
  for (const [owner, names] of Object.entries(later)) for (const name of names) delete globalThis[owner][name];
  for (const [owner, names] of Object.entries(laterOnPrototype)) for (const name of names) delete globalThis[owner].prototype[name];
  const typed = Object.getPrototypeOf(Uint8Array.prototype);
  for (const name of ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with']) delete typed[name];
  for (const name of ['Iterator', 'SuppressedError', 'DisposableStack', 'AsyncDisposableStack', 'Float16Array', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Intl', 'console', 'Temporal'])
    delete globalThis[name];
})();
({ adoptArray: (items) => Array.from(items), adoptObject: (entries) => Object.fromEntries(entries), date: (ms) => new Date(ms),
   wallDate: (...parts) => { const date = new Date(2000, 0, 1); date.setFullYear(parts[0], parts[1] - 1, parts[2]); date.setHours(parts[3], parts[4], parts[5], 0); return date; }, parse: (text) => JSON.parse(text) })`;

interface Tools {
  adoptArray(items: unknown[]): unknown[];
  adoptObject(entries: unknown[]): object;
  date(ms: number): Date;
  wallDate(...parts: number[]): Date;
  parse(text: string): unknown;
}

const stripScript = new vm.Script(strip, { filename: 'realm' });

export function createRealm(): Realm {
  const context = vm.createContext({});
  const tools = stripScript.runInContext(context) as Tools;

  function adopt(value: unknown): unknown {
    if (Array.isArray(value)) return tools.adoptArray(value.map(adopt));
    if (value instanceof Date) return tools.date(value.getTime());
    if (typeof value === 'object' && value !== null) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === Object.prototype || prototype === null) return tools.adoptObject(tools.adoptArray(Object.entries(value).map(([key, each]) => tools.adoptArray([key, adopt(each)]))));
    }
    return value;
  }

  return {
    run: (script) => script.runInContext(context) as unknown,
    setGlobal: (name, value) => Object.defineProperty(context, name, { value, writable: true, configurable: true, enumerable: false }),
    adopt: <T>(value: T) => adopt(value) as T,
    list: <T>(items: T[]) => tools.adoptArray(items) as T[],
    date: (milliseconds) => tools.date(milliseconds),
    wallDate: (year, month, day, hour = 0, minute = 0, second = 0) => tools.wallDate(year, month, day, hour, minute, second),
    parse: (text) => tools.parse(text),
  };
}
