import type { Plugin } from 'esbuild';

/** Leaves N/* (and N itself) to NetSuite's loader and remembers which of them a bundle asks for. */
export function platformModules(): { plugin: Plugin; ids: () => string[] } {
  const seen = new Set<string>();
  return {
    ids: () => [...seen].sort(),
    plugin: {
      name: 'netsuite-modules',
      setup(build) {
        build.onResolve({ filter: /^N(\/|$)/ }, ({ path }) => {
          seen.add(path);
          return { path, external: true };
        });
      },
    },
  };
}

/**
 * One AMD file: comment header first (NetSuite reads the script type there), then exactly one `define`, whose inner
 * `require` hands out the loader's arguments. The bundle is CommonJS and stays untouched.
 */
export function amdFile(scriptType: string, ids: string[], commonJs: string): string {
  const header = `/**\n * @NApiVersion 2.1\n * @NScriptType ${scriptType}\n * @NModuleScope SameAccount\n */\n`;
  return (
    header +
    `define(${JSON.stringify(ids)}, function () {\n` +
    `var given = arguments, ids = ${JSON.stringify(ids)}, module = { exports: {} }, exports = module.exports;\n` +
    `var require = function (id) { var at = ids.indexOf(id); if (at < 0) throw new Error("Module not bundled: " + id); return given[at]; };\n` +
    `(function (module, exports, require) {\n${commonJs}\n})(module, exports, require);\n` +
    // A plain object: esbuild's exports are getters on an object with a hidden marker.
    `var entry = {}; for (var name in module.exports) entry[name] = module.exports[name]; return entry;\n});\n`
  );
}
