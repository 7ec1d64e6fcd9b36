import { XMLParser } from 'fast-xml-parser';

/** An element with its attributes and children in order; `text` only where there are no children. */
export interface Element { name: string; attributes: Record<string, string>; children: Element[]; text: string }

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false, trimValues: true, processEntities: true });

type Parsed = Record<string, unknown>;

function elementOf(node: Parsed): Element | null {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
  if (name === undefined || name.startsWith('?')) return null;
  const inner = node[name] as Parsed[];
  const children = inner.map(elementOf).filter((child) => child !== null);
  return { name, attributes: (node[':@'] ?? {}) as Record<string, string>, children, text: inner.map((child) => ('#text' in child ? String(child['#text']) : '')).join('') };
}

/** The roots of an XML text; a valid object file has exactly one. */
export const readXml = (text: string): Element[] => (parser.parse(text) as Parsed[]).map(elementOf).filter((element) => element !== null);

export const childrenOf = (element: Element, name: string): Element[] => element.children.filter((child) => child.name === name);
export const textOf = (element: Element, name: string): string | undefined => childrenOf(element, name)[0]?.text;
