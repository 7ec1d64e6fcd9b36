import type { ModuleFactory } from './define-module.ts';
import { cache } from './cache.ts';
import { crypto, cryptoRandom } from './crypto.ts';
import { encode } from './encode.ts';
import { error } from './error.ts';
import { file } from './files/file.ts';
import { format } from './format.ts';
import { https } from './https.ts';
import { log } from './log.ts';
import { query } from './query.ts';
import { record } from './record/record.ts';
import { redirect } from './redirect.ts';
import { runtime } from './runtime.ts';
import { search } from './search/search.ts';
import { serverWidget } from './server-widget/server-widget.ts';
import { task } from './task.ts';
import { url } from './url.ts';
import { xml } from './xml.ts';

/** Modules on the server. Any other id is NotEmulated. */
export const moduleTable: Record<string, ModuleFactory> = {
  'N/cache': cache, 'N/crypto': crypto, 'N/crypto/random': cryptoRandom, 'N/encode': encode, 'N/error': error, 'N/file': file, 'N/format': format, 'N/https': https,
  'N/log': log, 'N/query': query, 'N/record': record, 'N/redirect': redirect, 'N/runtime': runtime, 'N/search': search, 'N/task': task, 'N/ui/serverWidget': serverWidget,
  'N/url': url, 'N/xml': xml,
};
