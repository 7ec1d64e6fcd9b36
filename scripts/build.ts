import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { amdFile, platformModules } from './amd.ts';
import { browserEntries, browserFile, bundleFolder, guideFile, guideFolder, guides, scriptTypeTag, serverEntries, serverFile } from './entries.ts';
import { guidePage } from './guide.ts';
import { leanerBundles } from './leaner-bundles.ts';
import { borrowsFromPanel, panelPartFile } from './panel-part.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (file: string): string => path.join(root, file);

/** What a build is known by: `version` over all that goes into it, `protocol` over what its parts in the browser say to each other. The same source gives the same. */
interface Identity { version: string; protocol: string }

async function hashOf(folders: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = (await readdir(inRoot(folder), { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    for (const file of files.map((each) => path.join(each.parentPath, each.name)).sort()) hash.update(path.relative(root, file)).update(await readFile(file));
  }
  hash.update(await readFile(inRoot('package-lock.json')));
  return hash.digest('hex').slice(0, 10);
}

const wordsOf = ({ version, protocol }: Identity): Record<string, string> => ({ __RCNS_VERSION__: JSON.stringify(version), __RCNS_PROTOCOL__: JSON.stringify(protocol), 'process.env.NODE_ENV': '"production"' });

async function bundle(options: esbuild.BuildOptions): Promise<string> {
  const result = await esbuild.build({
    bundle: true,
    write: false,
    absWorkingDir: root,
    minify: true,
    legalComments: 'none',
    charset: 'ascii',
    logLevel: 'silent',
    ...options,
  });
  return result.outputFiles?.[0]?.text ?? '';
}

async function buildServer(identity: Identity): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of serverEntries) {
    const source = `src/server/entries/${entry.name}.${entry.type}.ts`;
    const modules = platformModules();
    const text = await bundle({ entryPoints: [inRoot(source)], format: 'cjs', minify: false, platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', define: wordsOf(identity), plugins: [modules.plugin] });
    files.set(serverFile(entry), amdFile(scriptTypeTag[entry.type], modules.ids(), text));
  }
  return files;
}

async function buildBrowser(identity: Identity): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const browser: esbuild.BuildOptions = {
    platform: 'browser',
    target: ['chrome120', 'firefox115'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // NetSuite's pages have an AMD loader, to which a library of the bundle would hand itself over instead of to us.
    define: { ...wordsOf(identity), global: 'globalThis', define: 'undefined' },
    // The SDK wants Node's crypto for PKCE only, which the line makes itself; web-phone uses an XML library for one tiny message, and of an MD5 in many forms one.
    alias: {
      crypto: inRoot('src/browser/line/stubs/crypto.ts'), events: inRoot('src/browser/line/stubs/events.ts'), 'fast-xml-parser': inRoot('src/browser/line/stubs/xml.ts'),
      'blueimp-md5': inRoot('src/browser/line/stubs/md5.ts'),
      // What it publishes compiled is written for browsers of 2012, generators and classes spelt out: 4 KB gzip more than its own source, published beside it.
      '@ringcentral/sdk': inRoot('node_modules/@ringcentral/sdk/src/SDK.ts'),
    },
    // As its authors compile it: a field that is only declared is no field.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  };
  for (const entry of browserEntries) {
    const entryPoints = [inRoot(entry.source)];
    if (entry.shape === 'client-module') {
      const modules = platformModules();
      const text = await bundle({ ...browser, entryPoints, format: 'cjs', plugins: [modules.plugin, leanerBundles(root)] });
      files.set(browserFile(entry), amdFile('ClientScript', modules.ids(), text));
    } else if (entry.shape === 'panel-part') {
      files.set(browserFile(entry), panelPartFile(await bundle({ ...browser, entryPoints, format: 'cjs', plugins: [borrowsFromPanel, leanerBundles(root)] })));
    } else {
      files.set(browserFile(entry), await bundle({ ...browser, entryPoints, plugins: [leanerBundles(root)], format: entry.shape === 'module' ? 'esm' : 'iife' }));
    }
  }
  return files;
}

async function buildGuides(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const guide of guides) files.set(guideFile(guide), guidePage(await Promise.all(guide.chapters.map(async (file) => ({ file, markdown: await readFile(inRoot(`${guideFolder}/${file}`), 'utf8') })))));
  return files;
}

/** Builds everything that is deployed; returns the version. Leaves the old bundle standing when anything fails. */
export async function build(): Promise<{ version: string; files: string[] }> {
  const identity: Identity = { version: await hashOf(['src', 'scripts']), protocol: await hashOf(['src/wire', 'src/core']) };
  const { version } = identity;
  const files = new Map([...(await buildServer(identity)), ...(await buildBrowser(identity)), ...(await buildGuides())]);
  const folder = inRoot(bundleFolder);
  if (existsSync(folder)) await rm(folder, { recursive: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(path.join(folder, name), text);
  return { version, files: [...files.keys()] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { version, files } = await build();
    process.stdout.write(`Built ${files.length} files, version ${version}, into ${bundleFolder}.\n`);
  } catch (failure) {
    const errors = (failure as Partial<esbuild.BuildFailure>).errors;
    const text = errors ? (await esbuild.formatMessages(errors, { kind: 'error' })).join('\n') : String(failure);
    process.stderr.write(`The build failed.\n${text}\n`);
    process.exitCode = 1;
  }
}
