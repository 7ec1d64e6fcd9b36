import { loud } from '../not-emulated.ts';
import { optionsOf } from './define-module.ts';
import type { OutgoingText, SecureStep } from './http-shapes.ts';

const texts = new WeakMap<object, { base: string; secure: SecureStep[] }>();

/** A SecureString: a text with secrets in it that only the request will hold. */
export function secureString(base: string): object {
  const text = { base, secure: [] as SecureStep[] };
  const object: object = loud('https.SecureString', {
    appendString(input: unknown) {
      text.secure.push({ step: 'append', text: String(optionsOf('SecureString.appendString', input, ['input'])['input']) });
      return object;
    },
    appendSecureString(input: unknown) {
      text.secure.push({ step: 'append', text: outgoingText(optionsOf('SecureString.appendSecureString', input, ['secureString'])['secureString']) });
      return object;
    },
    convertEncoding(input: unknown) {
      const options = optionsOf('SecureString.convertEncoding', input, ['toEncoding']);
      text.secure.push({ step: 'convert', from: String(options['fromEncoding'] ?? 'UTF_8'), to: String(options['toEncoding']) });
      return object;
    },
    replaceString(input: unknown) {
      const options = optionsOf('SecureString.replaceString', input, ['pattern', 'replacement']);
      text.secure.push({ step: 'replace', pattern: String(options['pattern']), replacement: String(options['replacement']) });
      return object;
    },
  });
  texts.set(object, text);
  return object;
}

/** What goes to the main thread for a value that may be a SecureString. */
export function outgoingText(value: unknown): OutgoingText {
  return (typeof value === 'object' && value !== null ? texts.get(value) : undefined) ?? String(value);
}
