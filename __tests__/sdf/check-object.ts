import table from './sdf-objects.trimmed.json';
import type { Element } from './read-xml.ts';

interface Condition { field: string; in?: string[]; notIn?: string[]; defined?: boolean }
interface Rule {
  attribute?: boolean; required?: boolean; type: string; pattern?: string; maxLength?: number; elements?: Record<string, Rule>; list?: boolean; multi?: boolean; enum?: string; refs?: string[]; enumsOpen?: string[];
  rawAllowed?: boolean; ext?: string[]; min?: number; max?: number; mandatoryWhen?: Condition[]; dynamicChildren?: DynamicChildren; feature?: string[]; accountSpecificValuesUnsupported?: boolean; default?: string;
}
interface DynamicChildren { pattern: string }
interface ObjectRule { features: string[]; dynamicChildren?: DynamicChildren; elements: Record<string, Rule> }
interface Enumeration { values: string[]; open?: boolean; pattern?: string }

const objects = table.objects as unknown as Record<string, ObjectRule>;
const enums = table.enums as unknown as Record<string, Enumeration>;

/** What the whole project defines, for references between its files. */
export interface Project { scriptIds: Map<string, string>; files: Set<string>; features: Set<string> }

const isReference = (text: string): boolean => /^\[scriptid=.+\]$/.test(text);
const inEnum = (name: string, text: string): boolean => {
  const known = enums[name];
  return known === undefined || known.values.includes(text) || (known.open === true && (known.pattern === undefined ? known.values.length === 0 : new RegExp(known.pattern).test(text)));
};

/** Everything wrong with one object, each as a sentence with the path of the element; empty when NetSuite's table accepts it. */
export function checkObject(root: Element, project: Project): string[] {
  const rule = objects[root.name];
  if (!rule) return [`${root.name}: no such object type in the table`];
  const missing = rule.features.filter((feature) => !project.features.has(feature)).map((feature) => `${root.name}: manifest.xml does not ask for ${feature}`);
  return [...missing, ...checkGroup(root, rule.elements, rule.dynamicChildren, root.name, project)];
}

function checkGroup(element: Element, rules: Record<string, Rule>, dynamic: DynamicChildren | undefined, path: string, project: Project): string[] {
  const problems: string[] = [];
  const counts = new Map<string, number>();
  for (const child of element.children) {
    const rule = rules[child.name];
    if (rule === undefined || rule.attribute) {
      if (!(dynamic && new RegExp(dynamic.pattern).test(child.name))) problems.push(`${path}/${child.name}: unknown element`);
      continue;
    }
    counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
    if ((counts.get(child.name) ?? 0) > 1 && !rule.list) problems.push(`${path}/${child.name}: only once`);
    problems.push(...checkValue(child, rule, `${path}/${child.name}`, project));
  }
  for (const [name, rule] of Object.entries(rules)) {
    const text = rule.attribute ? element.attributes[name] : element.children.find((child) => child.name === name)?.text;
    const there = rule.attribute ? text !== undefined : counts.has(name);
    if (rule.required && (!there || (rule.type !== 'group' && text === ''))) problems.push(`${path}/${name}: required`);
    if (!there && rule.mandatoryWhen?.every((condition) => holds(condition, element, rules))) problems.push(`${path}/${name}: required here`);
    if (rule.attribute && text !== undefined) problems.push(...checkText(text, rule, `${path}@${name}`, project));
  }
  for (const name of Object.keys(element.attributes)) if (!rules[name]?.attribute) problems.push(`${path}@${name}: unknown attribute`);
  return problems;
}

function holds({ field, in: among, notIn, defined }: Condition, element: Element, rules: Record<string, Rule>): boolean {
  const child = element.children.find((each) => each.name === field);
  if (defined !== undefined) return defined === (child !== undefined);
  const value = child?.text ?? rules[field]?.default ?? '';
  return (among?.includes(value) ?? true) && !(notIn?.includes(value) ?? false);
}

function checkValue(element: Element, rule: Rule, path: string, project: Project): string[] {
  if (rule.accountSpecificValuesUnsupported) return [`${path}: an internal id of one account cannot be deployed`];
  const missing = (rule.feature ?? []).filter((feature) => !project.features.has(feature)).map((feature) => `${path}: manifest.xml does not ask for ${feature}`);
  if (rule.type === 'group') return [...missing, ...checkGroup(element, rule.elements ?? {}, rule.dynamicChildren, path, project)];
  if (element.children.length > 0) return [`${path}: has elements where a text is wanted`];
  const texts = rule.multi ? element.text.split('|') : [element.text];
  return [...missing, ...texts.flatMap((text) => checkText(text, rule, path, project))];
}

function checkText(text: string, rule: Rule, path: string, project: Project): string[] {
  if (rule.maxLength !== undefined && text.length > rule.maxLength) return [`${path}: longer than ${rule.maxLength}`];
  switch (rule.type) {
    case 'boolean':
      return text === 'T' || text === 'F' ? [] : [`${path}: T or F`];
    case 'integer':
      return /^-?\d+$/.test(text) && Number(text) >= (rule.min ?? -Infinity) && Number(text) <= (rule.max ?? Infinity) ? [] : [`${path}: not a whole number in range`];
    case 'scriptid':
      return /^[a-z0-9_]+$/.test(text) && new RegExp(rule.pattern ?? '').test(text) ? [] : [`${path}: not a script id`];
    case 'file':
      return checkFile(text, rule.ext ?? [], path, project);
    case 'enum':
      return isReference(text) ? checkReference(text, ['*'], path, project) : inEnum(rule.enum ?? '', text) ? [] : [`${path}: ${text} is no value of ${rule.enum ?? ''}`];
    case 'ref':
      if (isReference(text)) return checkReference(text, rule.refs ?? ['*'], path, project);
      return rule.rawAllowed || (rule.enumsOpen ?? []).some((name) => inEnum(name, text)) ? [] : [`${path}: ${text} is neither a reference nor a known value`];
    default:
      return [];
  }
}

function checkFile(text: string, extensions: string[], path: string, project: Project): string[] {
  const file = /^\[(\/SuiteScripts\/.+)\]$/.exec(text)?.[1];
  if (file === undefined) return [`${path}: not a file reference`];
  if (extensions.length > 0 && !extensions.some((extension) => file.endsWith(extension))) return [`${path}: not ${extensions.join(' or ')}`];
  return project.files.has(file) ? [] : [`${path}: ${file} is not there after the build`];
}

function checkReference(text: string, types: string[], path: string, project: Project): string[] {
  const type = project.scriptIds.get(/^\[scriptid=(.+)\]$/.exec(text)?.[1] ?? '');
  if (type === undefined) return [`${path}: ${text} leads nowhere`];
  return types.includes('*') || types.includes(type) ? [] : [`${path}: ${text} is a ${type}`];
}
