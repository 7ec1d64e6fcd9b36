import { createHash } from 'node:crypto';

/** Check value in a file's address; changes with its content, so that a browser may keep the file. */
export function mediaHash(accountId: string, id: number, contentHash: string): string {
  return createHash('sha256').update(`${accountId} ${id} ${contentHash}`).digest('base64url').slice(0, 48);
}

/** Address of a File Cabinet file, as file.url gives it. */
export function mediaUrl(accountId: string, id: number, path: string, contentHash: string): string {
  const extension = /\.\w+$/.exec(path)?.[0] ?? '';
  const marked = extension === '' ? '' : `&_xt=${extension}`;
  return `/core/media/media.nl?id=${id}&c=${encodeURIComponent(accountId)}&h=${mediaHash(accountId, id, contentHash)}${marked}`;
}
