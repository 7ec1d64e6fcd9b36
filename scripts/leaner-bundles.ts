import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { trimmedFiles, withoutUnused } from './unused-in-libraries.ts';

/** Style sheets go into scripts as text, without the blanks they are written with; of libraries what is in use. */
export const leanerBundles = (root: string): esbuild.Plugin => ({
  name: 'leaner-bundles',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await esbuild.transform(await readFile(file, 'utf8'), { loader: 'css', minify: true, target: ['chrome120', 'firefox115'] });
      return { loader: 'text', contents: code.trim() };
    });
    build.onLoad({ filter: trimmedFiles }, async ({ path: file }) => ({ loader: file.endsWith('.ts') ? 'ts' : 'js', contents: withoutUnused(file, await readFile(file, 'utf8')) }));
    // It reads its whole package.json to learn its version.
    build.onLoad({ filter: /@ringcentral[\\/]sdk[\\/]package\.json$/ }, async ({ path: file }) => {
      const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
      return { loader: 'json', contents: JSON.stringify({ version }) };
    });
    build.onResolve({ filter: /^\.\/Discovery$/ }, ({ importer }) => (/@ringcentral[\\/]sdk[\\/]/.test(importer) ? { path: path.join(root, 'src/browser/line/stubs/sdk-discovery.ts') } : null));
  },
});
