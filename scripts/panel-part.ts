import type { Plugin } from 'esbuild';

/** What the panel lends its parts, by module (src/browser/panel/lent.ts): components of two Preacts cannot work together. */
export const lentByPanel: Record<string, readonly string[]> = {
  preact: ['createContext', 'Fragment'],
  'preact/hooks': ['useContext', 'useEffect', 'useLayoutEffect', 'useRef', 'useState'],
  'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
};

/** In a part of the panel these modules hold what is lent; any other name of theirs fails the build. */
export const borrowsFromPanel: Plugin = {
  name: 'borrows-from-panel',
  setup(build) {
    build.onResolve({ filter: /^preact(\/|$)/ }, ({ path }) => ({ path, namespace: 'lent' }));
    build.onLoad({ filter: /.*/, namespace: 'lent' }, ({ path }) => ({ contents: `export const { ${(lentByPanel[path] ?? []).join(', ')} } = lent[${JSON.stringify(path)}];` }));
  },
};

/** A module whose default export is called with what the panel lends; the bundle is CommonJS and stays untouched. */
export const panelPartFile = (commonJs: string): string => `export default function (lent) {\nvar module = { exports: {} }, exports = module.exports;\n${commonJs}\nreturn module.exports;\n}\n`;
