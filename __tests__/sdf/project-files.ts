import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { browserEntries, browserFile, bundleFolder, serverEntries, serverFile } from '../../scripts/entries.ts';
import type { Project } from './check-object.ts';
import { childrenOf, readXml, type Element } from './read-xml.ts';

const root = path.resolve(__dirname, '../..');
const listed = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();

/** Every file of a folder as it is after the build, whether or not the build has run. */
function afterBuild(folder: string): string[] {
  const built = [...serverEntries.map(serverFile), ...browserEntries.map(browserFile)].map((name) => `${bundleFolder}/${name}`);
  const here = existsSync(path.join(root, folder)) ? listed(folder) : [];
  return [...new Set([...here.filter((file) => !file.startsWith(`${bundleFolder}/`)), ...built.filter((file) => file.startsWith(`${folder}/`))])].sort();
}

export const readRoot = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const onlyRoot = (file: string): Element => {
  const roots = readXml(readRoot(file));
  if (roots.length !== 1 || !roots[0]) throw new Error(`${file} has ${roots.length} roots`);
  return roots[0];
};

export interface ObjectFile { file: string; root: Element }
export const objectFiles = (): ObjectFile[] => listed('Objects').map((file) => ({ file, root: onlyRoot(file) }));
export const manifest = (): Element => onlyRoot('manifest.xml');

/** Paths of deploy.xml, each with the files it brings along. */
export function deployPaths(): { path: string; files: string[] }[] {
  return onlyRoot('deploy.xml').children.flatMap((section) =>
    childrenOf(section, 'path').map(({ text }) => {
      const plain = text.replace(/^~\//, '');
      return { path: text, files: plain.endsWith('/*') ? afterBuild(plain.slice(0, -2)) : existsSync(path.join(root, plain)) ? [plain] : [] };
    }),
  );
}

export function manifestFeatures(): Set<string> {
  const groups = childrenOf(manifest(), 'dependencies').flatMap((dependencies) => childrenOf(dependencies, 'features'));
  return new Set(groups.flatMap((group) => childrenOf(group, 'feature')).map((feature) => feature.text));
}

/** Ids of an object and of everything inside it, joined with dots as references spell them. */
function idsOf(element: Element, above: string, found: Map<string, string>): Map<string, string> {
  const own = element.attributes['scriptid'];
  const id = own === undefined ? above : above === '' ? own : `${above}.${own}`;
  if (own !== undefined) found.set(id, element.name);
  for (const child of element.children) idsOf(child, id, found);
  return found;
}

export const project = (): Project => ({
  scriptIds: objectFiles().reduce((found, { root: object }) => idsOf(object, '', found), new Map<string, string>()),
  files: new Set(deployPaths().flatMap(({ files }) => files).map((file) => file.replace(/^FileCabinet/, ''))),
  features: manifestFeatures(),
});
