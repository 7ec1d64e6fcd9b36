import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { staticFiles } from '../../client/static-files.ts';
import { fileTypeOf } from '../../modules/files/file-types.ts';
import type { Handler } from '../site.ts';

/** Scripts and style of the emulator's own pages; their addresses change with their content. */
export const staticFile: Handler = async (_, exchange) => {
  const file = staticFiles[exchange.path];
  if (file === undefined) return false;
  exchange.reply(200, { 'Content-Type': fileTypeOf(extname(file)).contentType, 'Cache-Control': 'public, max-age=31536000, immutable' }, await readFile(file));
  return true;
};
