import type { Execution } from '../executions/execution.ts';
import { missingArgument, SuiteScriptError } from '../executions/script-error.ts';
import { loud, NotEmulated } from '../not-emulated.ts';

export type ModuleFactory = (execution: Execution) => object;

/**
 * The module as a script gets it: unknown members throw NotEmulated, functions refuse to run while modules are being
 * defined, and each call passes the gate at which the control API may hold it.
 */
export function defineModule(execution: Execution, name: string, members: Record<string, unknown>): object {
  const module: Record<string, unknown> = {};
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
    if (typeof descriptor.value === 'function') {
      Object.defineProperty(module, key, { enumerable: true, configurable: true, writable: true, value: guarded(execution, name, key, descriptor.value as (...args: unknown[]) => unknown) });
    } else if (descriptor.get) {
      const read = descriptor.get;
      Object.defineProperty(module, key, { enumerable: true, configurable: true, get: () => { requireEntry(execution); return read.call(members) as unknown; } });
    } else {
      module[key] = typeof descriptor.value === 'object' && descriptor.value !== null ? loud(`${name}.${key}`, descriptor.value as object) : descriptor.value;
    }
  }
  return loud(name, module);
}

function guarded(execution: Execution, module: string, member: string, body: (...args: unknown[]) => unknown): unknown {
  const call = (...args: unknown[]): unknown => {
    requireEntry(execution);
    const type = (args[0] as { type?: unknown } | undefined)?.type;
    execution.world.door.gate(`${module}.${member}`, typeof type === 'string' ? type : '', execution.script.scriptId);
    return body(...args);
  };
  Object.defineProperty(call, 'promise', { get() { throw new NotEmulated(module, `${member}.promise`); } });
  return call;
}

/** Refuses a call outside the entry point. */
export function requireEntry(execution: Execution): void {
  if (execution.phase === 'ended') throw new SuiteScriptError('SSS_EXECUTION_ENDED', 'The execution has ended; its promises cannot use the API any more.');
  if (execution.phase === 'define') {
    throw new SuiteScriptError('SUITESCRIPT_API_UNAVAILABLE_IN_DEFINE', 'All SuiteScript API Modules are unavailable while executing your define callback.');
  }
}

type Options = Record<string, unknown>;

/** Options of a call that takes one object. Throws SSS_MISSING_REQD_ARGUMENT for those in `required` which are not there. */
export function optionsOf(member: string, options: unknown, required: string[] = []): Options {
  const given = (typeof options === 'object' && options !== null ? options : {}) as Options;
  for (const name of required) {
    if (given[name] === undefined || given[name] === null || given[name] === '') throw missingArgument(member, name);
  }
  return given;
}

/** Options of a call that takes one object, or the first option by itself. */
export function optionsOrFirst(member: string, args: unknown[], names: string[], required: string[] = names.slice(0, 1)): Options {
  const first = args[0];
  if (typeof first === 'object' && first !== null && !Array.isArray(first)) return optionsOf(member, first, required);
  return optionsOf(member, Object.fromEntries(names.map((name, index) => [name, args[index]])), required);
}
