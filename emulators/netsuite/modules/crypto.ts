import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { loud } from '../not-emulated.ts';
import { convertText } from './encode.ts';
import { defineModule, optionsOf } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

const algorithms: Record<string, string> = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512', MD5: 'md5' };

/** N/crypto: hashes. */
export const crypto: ModuleFactory = (execution) => defineModule(execution, 'N/crypto', {
  HashAlg: { SHA1: 'SHA1', SHA256: 'SHA256', SHA512: 'SHA512', MD5: 'MD5' },
  Encoding: { UTF_8: 'UTF_8', BASE_64: 'BASE_64', BASE_64_URL_SAFE: 'BASE_64_URL_SAFE', HEX: 'HEX' },
  createHash(input: unknown) {
    const algorithm = String(optionsOf('crypto.createHash', input, ['algorithm'])['algorithm']);
    const hash = createHash(algorithms[algorithm] ?? algorithm);
    return loud('crypto.Hash', {
      update(given: unknown) {
        const options = optionsOf('Hash.update', given, ['input']);
        hash.update(Buffer.from(convertText(String(options['input']), String(options['inputEncoding'] ?? 'UTF_8'), 'HEX'), 'hex'));
      },
      digest(given?: unknown) {
        return convertText(hash.digest('hex'), 'HEX', String(optionsOf('Hash.digest', given)['outputEncoding'] ?? 'HEX'));
      },
    });
  },
});

/** N/crypto/random. */
export const cryptoRandom: ModuleFactory = (execution) => defineModule(execution, 'N/crypto/random', {
  generateUUID: () => randomUUID(),
  generateInt(input: unknown) {
    const options = optionsOf('random.generateInt', input, ['min', 'max']);
    return randomInt(Number(options['min']), Number(options['max']) + 1);
  },
  generateBytes(input: unknown) {
    return execution.realm.adopt([...randomBytes(Number(optionsOf('random.generateBytes', input, ['size'])['size']))]);
  },
});
