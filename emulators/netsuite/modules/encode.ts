import { NotEmulated } from '../not-emulated.ts';
import { defineModule, optionsOf } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

const encodings = { UTF_8: 'UTF_8', BASE_64: 'BASE_64', BASE_64_URL_SAFE: 'BASE_64_URL_SAFE', HEX: 'HEX' };
const nodeNames: Record<string, BufferEncoding> = { UTF_8: 'utf8', 'UTF-8': 'utf8', BASE_64: 'base64', BASE_64_URL_SAFE: 'base64url', HEX: 'hex' };

/** Text in one encoding to the same bytes in another; unknown encodings throw NotEmulated. */
export function convertText(text: string, from: string, to: string): string {
  const [input, output] = [nodeNames[from], nodeNames[to]];
  if (!input || !output) throw new NotEmulated('N/encode', `converting ${from} to ${to}`);
  return Buffer.from(text, input).toString(output);
}

/** N/encode: conversion between text encodings. */
export const encode: ModuleFactory = (execution) => defineModule(execution, 'N/encode', {
  Encoding: encodings,
  convert(input: unknown) {
    const options = optionsOf('encode.convert', input, ['string', 'inputEncoding', 'outputEncoding']);
    return convertText(String(options['string']), String(options['inputEncoding']), String(options['outputEncoding']));
  },
});
