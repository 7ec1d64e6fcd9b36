import { NotEmulated } from '../not-emulated.ts';

export interface Token { kind: 'word' | 'name' | 'text' | 'number' | 'sign' | 'parameter'; text: string }

const patterns: [Token['kind'] | 'space', RegExp][] = [
  ['space', /\s+|--[^\n]*|\/\*[\s\S]*?\*\//y],
  ['word', /[A-Za-z_][A-Za-z0-9_$#]*/y],
  ['name', /"[^"]+"/y],
  ['text', /'(?:[^']|'')*'/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['parameter', /\?/y],
  ['sign', /\|\||<>|!=|<=|>=|[(),.*=<>+\-/]/y],
];

/** Cuts a statement into tokens; a character outside the language throws NotEmulated. */
export function tokensOf(statement: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < statement.length) {
    let matched = false;
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const text = pattern.exec(statement)?.[0];
      if (text === undefined) continue;
      if (kind !== 'space') tokens.push({ kind, text });
      at += text.length;
      matched = true;
      break;
    }
    if (!matched) throw new NotEmulated('SuiteQL', `the character ${JSON.stringify(statement[at])}`);
  }
  return tokens;
}

/** Whether the token is this word or sign, in any case. */
export function isToken(token: Token | undefined, text: string): boolean {
  return token !== undefined && (token.kind === 'word' || token.kind === 'sign') && token.text.toUpperCase() === text;
}
