import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorFailure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import type { Project } from './objects.ts';
import { readObject } from './read-object.ts';
import { child, flagOf, grouped, readXml, textOf } from './xml.ts';
import type { XmlNode } from './xml.ts';

/**
 * Reads an SDF account customization project: what its deploy.xml names, and nothing else in the folder.
 * A path of deploy.xml that does not exist is skipped, as the CLI does. Throws EmulatorFailure.
 */
export function readProject(folder: string): Project {
  const manifest = readRoot(join(folder, 'manifest.xml'), 'manifest', 'MANIFEST_MISSING', 'MANIFEST_BROKEN');
  if (manifest.attributes['projecttype'] !== 'ACCOUNTCUSTOMIZATION') {
    throw new EmulatorFailure('MANIFEST_BROKEN', 'manifest.xml does not say projecttype="ACCOUNTCUSTOMIZATION", the only project type that is emulated.');
  }
  const deploy = readRoot(join(folder, 'deploy.xml'), 'deploy', 'DEPLOY_XML_MISSING', 'DEPLOY_XML_BROKEN');
  const dependencies = child(manifest, 'dependencies');
  const project: Project = {
    name: textOf(manifest, 'projectname'),
    features: dependencies ? grouped(dependencies, 'features', 'feature').map((node) => ({ id: node.text, required: node.attributes['required'] === 'true' || flagOf(node, 'required', false) })) : [],
    files: [], scripts: [], fields: [], recordTypes: [], lists: [], roles: [], categories: [],
  };
  for (const path of grouped(deploy, 'files', 'path')) {
    for (const file of namedFiles(folder, path.text)) {
      const cabinetPath = file.replace(/^FileCabinet/, '');
      if (!/^\/(SuiteScripts|Templates|Web Site Hosting Files)\//.test(cabinetPath)) {
        throw new EmulatorFailure('DEPLOY_XML_BROKEN', `deploy.xml names ${file}, which is not in a File Cabinet folder that an account customization may use.`);
      }
      project.files.push({ path: cabinetPath, content: readFileSync(join(folder, file)) });
    }
  }
  for (const path of grouped(deploy, 'objects', 'path')) {
    for (const file of namedFiles(folder, path.text)) readObject(project, file, readFileSync(join(folder, file), 'utf8'));
  }
  const deployed = new Set(project.files.map((file) => file.path));
  for (const script of project.scripts) {
    if (!deployed.has(script.file)) {
      throw new EmulatorFailure('SCRIPT_FILE_MISSING', `The script ${script.scriptId} needs ${script.file}, which is not among the files that deploy.xml names; has it been built?`);
    }
  }
  return project;
}

function readRoot(path: string, rootName: string, missing: FailureCode, broken: FailureCode): XmlNode {
  const name = `${rootName}.xml`;
  if (!existsSync(path)) throw new EmulatorFailure(missing, `There is no ${name} in the project folder.`);
  try {
    const root = readXml(readFileSync(path, 'utf8'));
    if (root.name !== rootName) throw new Error(`its root element is ${root.name}`);
    return root;
  } catch (error) {
    throw new EmulatorFailure(broken, `${name} is not readable: ${(error as Error).message}.`);
  }
}

/** Files a path of deploy.xml stands for, relative to the project folder, in a stable order. */
function namedFiles(folder: string, path: string): string[] {
  const match = /^~\/(.+?)(\/\*)?$/.exec(path);
  if (!match?.[1]) throw new EmulatorFailure('DEPLOY_XML_BROKEN', `deploy.xml has the path ${path}, which does not start with ~/.`);
  const relative = match[1];
  const absolute = join(folder, relative);
  if (!existsSync(absolute)) return [];
  return statSync(absolute).isDirectory() ? below(folder, relative) : [relative];
}

function below(folder: string, relative: string): string[] {
  return readdirSync(join(folder, relative), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${relative}/${entry.name}`;
      if (entry.isDirectory()) return below(folder, path);
      return entry.isFile() ? [path] : [];
    });
}
