import vm from 'node:vm';
import { posix } from 'node:path';
import { NotEmulated } from '../not-emulated.ts';
import type { Execution } from './execution.ts';
import { SuiteScriptError } from './script-error.ts';

interface Definition { dependencies: string[]; factory: unknown }

const scriptTypes: Record<string, string> = {
  suitelet: 'suitelet', restlet: 'restlet', userevent: 'usereventscript', client: 'clientscript', mapreduce: 'mapreducescript', scheduled: 'scheduledscript', portlet: 'portlet',
};

/** Bytes in which the first comment has to end. */
const longestHeader = 16_384;

/** Compiled once per thread and content. */
const compiled = new Map<string, vm.Script>();

/**
 * Loads a script file into the realm of its execution and answers what its define returns: an object of entry points.
 * Throws SuiteScriptError for a missing file, a wrong header, a circular or unknown dependency.
 */
export function loadScript(execution: Execution, source?: string): Record<string, unknown> {
  const loaded = new Map<string, unknown>();
  const loading = new Set<string>();
  const { realm, world } = execution;

  function loadFile(path: string): unknown {
    if (loaded.has(path)) return loaded.get(path);
    if (loading.has(path)) throw new SuiteScriptError('MODULE_CIRCULAR_DEPENDENCY', `${path} needs itself.`);
    const row = world.store.get('SELECT content, hash FROM file WHERE path = ?', path);
    if (!row) throw new SuiteScriptError('MODULE_DOES_NOT_EXIST', `Module does not exist: ${path}`);
    loading.add(path);
    const value = evaluate(path, () => Buffer.from(row['content'] as Uint8Array).toString('utf8'), String(row['hash']));
    loading.delete(path);
    loaded.set(path, value);
    return value;
  }

  function evaluate(path: string, text: () => string, hash: string): unknown {
    let definition: Definition | null = null;
    realm.setGlobal('define', (...args: unknown[]) => {
      if (definition) throw new SuiteScriptError('MULTIPLE_DEFINE', `${path} calls define more than once.`);
      definition = readDefine(args);
    });
    realm.setGlobal('require', () => { throw new NotEmulated('AMD loader', 'require in a script file'); });
    realm.run(compile(path, text, hash));
    const found = definition as Definition | null;
    if (!found) throw new SuiteScriptError('MODULE_WITHOUT_DEFINE', `${path} does not call define.`);
    const parts = found.dependencies.map((id) => loadDependency(id, path));
    if (typeof found.factory !== 'function') return found.factory;
    return (found.factory as (...parts: unknown[]) => unknown)(...parts);
  }

  function loadDependency(id: string, from: string): unknown {
    if (id === 'N' || id.startsWith('N/')) {
      const known = loaded.get(id);
      if (known) return known;
      const factory = world.modules[id];
      if (!factory) throw new NotEmulated(id, 'the module');
      const module = factory(execution);
      loaded.set(id, module);
      return module;
    }
    return loadFile(filePathOf(id, from));
  }

  execution.phase = 'define';
  if (source === undefined) checkHeader(execution);
  const entries = source === undefined ? loadFile(execution.script.file) : evaluate('/SuiteScripts/debugger.js', () => source, `debugger ${source}`);
  execution.phase = 'entry';
  if (typeof entries !== 'object' || entries === null) throw new SuiteScriptError('INVALID_SCRIPT', `${execution.script.file} returns no entry points.`);
  return entries as Record<string, unknown>;
}

function compile(path: string, text: () => string, hash: string): vm.Script {
  const key = `${path} ${hash}`;
  let script = compiled.get(key);
  if (!script) {
    script = new vm.Script(text(), { filename: path });
    compiled.set(key, script);
  }
  return script;
}

function readDefine(args: unknown[]): Definition {
  const rest = typeof args[0] === 'string' ? args.slice(1) : args;
  if (Array.isArray(rest[0])) return { dependencies: rest[0].map(String), factory: rest[1] };
  return { dependencies: [], factory: rest[0] };
}

function filePathOf(id: string, from: string): string {
  const path = id.startsWith('.') ? posix.join(posix.dirname(from), id) : id.startsWith('/') ? id : `/${id}`;
  return path.endsWith('.js') ? path : `${path}.js`;
}

/** The platform reads the script type from the first comment, and nowhere else. */
function checkHeader(execution: Execution): void {
  const { script, world } = execution;
  const row = world.store.get('SELECT content FROM file WHERE path = ?', script.file);
  const text = row ? Buffer.from((row['content'] as Uint8Array).subarray(0, longestHeader)).toString('utf8') : '';
  const header = /^\uFEFF?\s*\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? '';
  const version = /@NApiVersion\s+(\S+)/i.exec(header)?.[1];
  const type = /@NScriptType\s+(\S+)/i.exec(header)?.[1];
  if (version === undefined || !/^2\.(1|x)$/i.test(version)) {
    throw new SuiteScriptError('SSS_INVALID_API_VERSION', `${script.file} does not start with a comment that says @NApiVersion 2.1.`);
  }
  if (type?.toLowerCase() !== scriptTypes[script.kind]) {
    throw new SuiteScriptError('SSS_SCRIPT_TYPE_MISMATCH', `${script.file} says @NScriptType ${type ?? '(nothing)'}, but ${script.scriptId} is deployed as ${script.kind}.`);
  }
}
