import { SuiteScriptError } from '../executions/script-error.ts';
import { loud } from '../not-emulated.ts';
import { defineModule, optionsOf, optionsOrFirst } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

const shortestSeconds = 300;
const largestValueBytes = 500 * 1024;
const largestKeyBytes = 4 * 1024;

/** N/cache: values that may be gone at any time. PRIVATE is one script's own, the other scopes are the account's. */
export const cache: ModuleFactory = (execution) => {
  const { store } = execution.world;
  return defineModule(execution, 'N/cache', {
    Scope: { PRIVATE: 'PRIVATE', PROTECTED: 'PROTECTED', PUBLIC: 'PUBLIC' },
    getCache(input: unknown) {
      const options = optionsOf('cache.getCache', input, ['name']);
      const kind = String(options['scope'] ?? 'PRIVATE');
      const scope = `${kind} ${kind === 'PRIVATE' ? execution.script.scriptId : ''} ${String(options['name'])}`;

      function put(key: string, value: unknown, ttl: unknown): string {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        if (Buffer.byteLength(text) > largestValueBytes || Buffer.byteLength(key) > largestKeyBytes) throw new SuiteScriptError('SSS_CACHE_VALUE_TOO_LARGE', 'The key or the value is too large for the cache.');
        if (ttl !== undefined && Number(ttl) < shortestSeconds) throw new SuiteScriptError('SSS_INVALID_TTL', `The ttl must be at least ${shortestSeconds} seconds.`);
        const until = ttl === undefined ? Number.MAX_SAFE_INTEGER : execution.world.now().getTime() + Number(ttl) * 1000;
        store.run('INSERT INTO cache_entry (scope, key, value, until) VALUES (?, ?, ?, ?) ON CONFLICT (scope, key) DO UPDATE SET value = excluded.value, until = excluded.until', scope, key, text, until);
        return text;
      }

      return loud('cache.Cache', {
        name: String(options['name']), scope: kind,
        get(...args: unknown[]) {
          const { key, loader, ttl } = optionsOrFirst('Cache.get', args, ['key', 'loader', 'ttl']);
          execution.usage.charge(1);
          const row = store.get('SELECT value FROM cache_entry WHERE scope = ? AND key = ? AND until > ?', scope, String(key), execution.world.now().getTime());
          if (row) return row['value'];
          if (typeof loader !== 'function') return null;
          execution.usage.charge(1);
          return put(String(key), (loader as (context: object) => unknown)(execution.realm.adopt({ key: String(key) })), ttl);
        },
        put(...args: unknown[]) {
          const { key, value, ttl } = optionsOrFirst('Cache.put', args, ['key', 'value', 'ttl'], ['key', 'value']);
          execution.usage.charge(1);
          return put(String(key), value, ttl);
        },
        remove(...args: unknown[]) {
          const { key } = optionsOrFirst('Cache.remove', args, ['key']);
          execution.usage.charge(1);
          store.run('DELETE FROM cache_entry WHERE scope = ? AND key = ?', scope, String(key));
        },
      });
    },
  });
};
