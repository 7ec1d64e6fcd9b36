/** Thrown for anything of NetSuite that this emulator does not imitate. It names module and member; nothing is ever silently undefined. */
export class NotEmulated extends Error {
  readonly code = 'NotEmulated';
  readonly module: string;
  readonly member: string;

  constructor(module: string, member: string) {
    super(`${module}: ${member} is not emulated`);
    this.name = 'NotEmulated';
    this.module = module;
    this.member = member;
  }
}

/** Keys that a promise check, a printer or a bundler asks of any object; asking is no use of the platform. */
const probes = new Set(['then', 'toJSON', '__esModule', 'default', 'constructor', 'toString', 'valueOf', 'inspect', 'nodeType', '$$typeof', 'asymmetricMatch', 'prototype']);

/** The object itself, except that asking for a member it does not have throws NotEmulated instead of answering undefined. */
export function loud<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || probes.has(key)) return Reflect.get(target, key, receiver) as unknown;
      throw new NotEmulated(name, key);
    },
  });
}
