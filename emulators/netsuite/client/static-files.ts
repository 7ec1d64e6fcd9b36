import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Files the browser gets as they are. Their addresses carry a hash of all contents, so that they may be
 * cached for ever: a page's first script then costs no request at all.
 */

/** Modules of N/* that exist in the browser. */
const CLIENT_MODULES = [
  'N/runtime', 'N/url', 'N/https', 'N/http', 'N/currentRecord', 'N/ui/message', 'N/ui/dialog', 'N/log', 'N/format',
] as const;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The client side of a form page in the order it runs; all of these are named AMD modules but the first two and the last. */
export const FORM_SCRIPTS = [
  'require.js', 'loader.js', 'errors.js', 'page-data.js', 'running-script.js', 'record-form.js', 'http-request.js', 'http-module.js',
  ...CLIENT_MODULES.map((id) => `${id}.js`),
  'client-events.js', 'buttons.js', 'start.js',
];

const FILES: Record<string, string> = Object.fromEntries(
  [...FORM_SCRIPTS, 'page.js', 'sign-in.js'].map((name) => [name, here(`./${name}`)]),
);
FILES['require.js'] = createRequire(import.meta.url).resolve('requirejs/require.js');
FILES['pages.css'] = here('../pages/pages.css');

const digest = createHash('sha256');
for (const file of Object.values(FILES)) digest.update(readFileSync(file));
const root = `/emulator/static/${digest.digest('hex').slice(0, 12)}/`;

/** URL path → absolute file. Serve with a year of caching; the type follows from the ending (.js, .css). */
export const staticFiles: Record<string, string> = Object.fromEntries(
  Object.entries(FILES).map(([name, file]) => [root + name, file]),
);

/** Address of one of the files above. @throws Error for a name that is not in the table: a mistake of ours. */
export function staticUrl(name: string): string {
  if (!(name in FILES)) throw new Error(`No static file ${name}`);
  return root + name;
}
