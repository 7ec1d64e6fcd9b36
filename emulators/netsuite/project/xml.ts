import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element, as far as SDF files use XML: attributes, child elements, text. */
export interface XmlNode { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string }

type Ordered = Record<string, unknown>;

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false, trimValues: true, ignoreDeclaration: true });

/** Reads one document; throws an Error with the parser's sentence when it is not well-formed. */
export function readXml(text: string): XmlNode {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(`line ${verdict.err.line}: ${verdict.err.msg}`);
  const roots = (parser.parse(text) as Ordered[]).map(toNode).filter((node) => node !== null);
  const root = roots[0];
  if (!root) throw new Error('there is no element in it');
  return root;
}

function toNode(entry: Ordered): XmlNode | null {
  const name = Object.keys(entry).find((key) => key !== ':@');
  if (name === undefined || name.startsWith('#') || name.startsWith('?')) return null;
  const content = entry[name] as Ordered[];
  const text = content.map((child) => ('#text' in child ? String(child['#text']) : '')).join('').trim();
  return {
    name,
    attributes: (entry[':@'] as Record<string, string> | undefined) ?? {},
    children: content.map(toNode).filter((node) => node !== null),
    text,
  };
}

export function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((each) => each.name === name);
}

/** Elements `inner` inside the group element `outer`, the way SDF writes lists. */
export function grouped(node: XmlNode, outer: string, inner: string): XmlNode[] {
  return child(node, outer)?.children.filter((each) => each.name === inner) ?? [];
}

/** Text of a child element; '' when it is absent. */
export function textOf(node: XmlNode, name: string): string {
  return child(node, name)?.text ?? '';
}

/** T or F of a child element. */
export function flagOf(node: XmlNode, name: string, otherwise: boolean): boolean {
  const text = textOf(node, name);
  return text === '' ? otherwise : text === 'T';
}

/** Script id (or plain name) a reference such as [scriptid=customrole_x] stands for. */
export function referenceOf(text: string): string {
  const match = /^\[(?:.*,\s*)?scriptid=([\w.\- ]+)\]$/.exec(text);
  return match?.[1] ?? text;
}
