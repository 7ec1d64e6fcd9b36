/**
 * RingCentral's own message inside SIP: one XML element `Msg` with `Hdr` and `Bdy`, attributes only. It rides in the `P-rc`
 * header of an INVITE and in the body of a MESSAGE (content type `x-rc/agent`).
 */

/** The commands that the simulator sends or understands. */
export const COMMANDS = {
  freeResources: '2', incomingCall: '6', alreadyProcessed: '7', sessionClosed: '9', forward: '10', voicemail: '11', reject: '12', startReply: '13', reply: '14', receiveConfirm: '17',
} as const;

export const RC_MESSAGE_TYPE = 'x-rc/agent';

type Attributes = Record<string, string>;

export interface RcMessage { header: Attributes; body: Attributes }

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escaped = (text: string): string =>
  [...text].map((character) => (character < ' ' ? ' ' : ENTITIES[character] ?? character)).join('');

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => Object.keys(ENTITIES).find((key) => ENTITIES[key] === entity) ?? entity);

const element = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}/>`;

export const writeRcMessage = ({ header, body }: RcMessage): string => `<Msg>${element('Hdr', header)}${element('Bdy', body)}</Msg>`;

const attributesOf = (xml: string, name: string): Attributes | undefined => {
  const inner = new RegExp(`<${name}((?:\\s+[\\w-]+="[^"]*")*)\\s*/?>`).exec(xml)?.[1];
  if (inner === undefined) return undefined;
  return Object.fromEntries([...inner.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescaped(value)]));
};

/** null for anything else. */
export function readRcMessage(xml: string): RcMessage | null {
  const header = attributesOf(xml, 'Hdr');
  return header ? { header, body: attributesOf(xml, 'Bdy') ?? {} } : null;
}
