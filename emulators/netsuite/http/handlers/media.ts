import { principalOf } from '../../executions/perform.ts';
import { mayRead } from '../../modules/files/cabinet.ts';
import { fileTypeOf } from '../../modules/files/file-types.ts';
import { mediaHash } from '../../modules/files/media-url.ts';
import { showNotice } from '../notice.ts';
import { callerOf } from '../site.ts';
import type { Handler } from '../site.ts';

/** Files of the File Cabinet, for who is signed in and may see them. Whether scripts come as JavaScript is a behaviour of the account. */
export const media: Handler = (site, exchange) => {
  if (exchange.path !== '/core/media/media.nl') return false;
  const { store, installation } = site.world;
  const row = store.get('SELECT * FROM file WHERE id = ?', Number(exchange.query['id']));
  const path = String(row?.['path'] ?? '');
  const reader = exchange.session && { world: site.world, principal: principalOf(site.world, callerOf(exchange.session)) };
  if (!row || !reader || !mayRead(reader, path) || exchange.query['c'] !== installation.accountId || exchange.query['h'] !== mediaHash(installation.accountId, Number(row['id']), String(row['hash']))) {
    showNotice(site, exchange, 'Notice', 'The file does not exist, or you do not have access to it.', '', 404);
    return true;
  }
  const type = fileTypeOf(path);
  const script = type.type === 'JAVASCRIPT';
  const contentType = script && !installation.behaviour.fileCabinetScripts ? 'text/plain; charset=utf-8' : type.contentType;
  exchange.reply(200, { 'Content-Type': contentType, 'Cache-Control': 'private, max-age=86400', 'X-Content-Type-Options': 'nosniff' }, row['content'] as Uint8Array);
  return true;
};
