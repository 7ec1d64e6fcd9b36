import { EmulatorFailure } from '../failure.ts';
import type { Project } from './objects.ts';
import { readField } from './read-field.ts';
import { readScript, scriptKinds } from './read-script.ts';
import { flagOf, grouped, readXml, referenceOf, textOf } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** Reads one file of Objects/ into the project; a type the emulator does not know is refused. */
export function readObject(project: Project, file: string, text: string): void {
  let root: XmlNode;
  try {
    root = readXml(text);
  } catch (error) {
    throw new EmulatorFailure('OBJECT_BROKEN', `${file} is not readable XML: ${(error as Error).message}.`);
  }
  const scriptId = root.attributes['scriptid'];
  if (!scriptId) throw new EmulatorFailure('OBJECT_BROKEN', `${file} has no scriptid.`);
  const kind = scriptKinds[root.name];
  if (kind) project.scripts.push(readScript(root, kind));
  else if (root.name === 'crmcustomfield' || root.name === 'entitycustomfield') project.fields.push(readField(root));
  else if (root.name === 'customrecordtype') readCustomRecord(project, root, scriptId, file);
  else if (root.name === 'customlist') readCustomList(project, root, scriptId);
  else if (root.name === 'role') readRole(project, root, scriptId);
  else if (root.name === 'centercategory') readCategory(project, root, scriptId);
  else throw new EmulatorFailure('OBJECT_TYPE_UNKNOWN', `${file} is a ${root.name}, a type of object that is not emulated.`);
}

function readCustomRecord(project: Project, root: XmlNode, scriptId: string, file: string): void {
  if (grouped(root, 'instances', 'instance').length > 0) {
    throw new EmulatorFailure('OBJECT_TYPE_UNKNOWN', `${file} carries instances, which are not emulated.`);
  }
  project.recordTypes.push({
    scriptId,
    name: textOf(root, 'recordname'),
    accessType: textOf(root, 'accesstype') || 'CUSTRECORDENTRYPERM',
    includeName: flagOf(root, 'includename', true),
    fields: grouped(root, 'customrecordcustomfields', 'customrecordcustomfield').map(readField),
    permissions: grouped(root, 'permissions', 'permission').map((node) => ({
      role: referenceOf(textOf(node, 'permittedrole')), level: textOf(node, 'permittedlevel'),
    })),
  });
}

function readCustomList(project: Project, root: XmlNode, scriptId: string): void {
  project.lists.push({
    scriptId,
    name: textOf(root, 'name'),
    values: grouped(root, 'customvalues', 'customvalue').map((node) => ({
      scriptId: node.attributes['scriptid'] ?? '', text: textOf(node, 'value'), inactive: flagOf(node, 'isinactive', false),
    })),
  });
}

function readRole(project: Project, root: XmlNode, scriptId: string): void {
  project.roles.push({
    scriptId,
    name: textOf(root, 'name'),
    center: textOf(root, 'centertype') || 'BASIC',
    permissions: grouped(root, 'permissions', 'permission').map((node) => ({
      permission: referenceOf(textOf(node, 'permkey')), level: textOf(node, 'permlevel'),
    })),
    ownOnly: textOf(root, 'employeerestriction') === 'OWNONLY',
  });
}

function readCategory(project: Project, root: XmlNode, scriptId: string): void {
  project.categories.push({
    scriptId,
    center: referenceOf(textOf(root, 'center')),
    label: textOf(root, 'label'),
    links: grouped(root, 'links', 'link').map((node) => ({ target: referenceOf(textOf(node, 'linkobject')), label: textOf(node, 'linklabel') })),
  });
}
