/**
 * Stands in for fast-xml-parser in ringcentral-web-phone: reads and writes the one document its RC messages have,
 * `<Msg><Hdr …/><Bdy …/></Msg>`, attributes only. A worker has no DOMParser.
 */
type Attributes = Record<string, string>;
interface Part { $: Attributes }
interface Document { Msg: { Hdr: Part; Bdy: Part } }

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const characterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (_, hex?: string, decimal?: string, name?: string) =>
    hex ? characterOf(parseInt(hex, 16)) : decimal ? characterOf(Number(decimal)) : (entities[(name ?? '').toLowerCase()] ?? ''),
  );
/** By name as the library's own builder does it: not every reader takes numbers. */
const names: Record<string, string> = Object.fromEntries(Object.entries(entities).map(([name, character]) => [character, name]));
const encode = (text: string): string => text.replace(/[&<>"'\r\n\t]/g, (character) => `&${names[character] ?? `#${character.charCodeAt(0)}`};`);

function attributesOf(xml: string, tag: string): Attributes {
  const found = new RegExp(`<${tag}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`).exec(xml);
  const attributes: Attributes = Object.create(null) as Attributes;
  for (const [, name, , double, single] of (found?.[1] ?? '').matchAll(/([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g)) attributes[name as string] = decode(double ?? single ?? '');
  return { ...attributes };
}

export class XMLParser {
  parse(xml: string): Document {
    return { Msg: { Hdr: { $: attributesOf(xml, 'Hdr') }, Bdy: { $: attributesOf(xml, 'Bdy') } } };
  }
}

export class XMLBuilder {
  build(document: Document): string {
    const element = (tag: 'Hdr' | 'Bdy'): string =>
      `<${tag}${Object.entries(document.Msg[tag].$).filter(([, value]) => value !== undefined).map(([name, value]) => ` ${name}="${encode(String(value))}"`).join('')}/>`;
    return `<Msg>${element('Hdr')}${element('Bdy')}</Msg>`;
  }
}
