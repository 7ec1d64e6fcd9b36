import type { Answer } from './answer.ts';
import { invalidParameter, PlatformError } from './platform-error.ts';

/** Content of a recording or an attachment; with `Range: bytes=a-b` the part that was asked for. Throws CMN-107 for a range that there is not. */
export function mediaAnswer(file: { content: Uint8Array; type: string; fileName: string; range: string | undefined; disposition: string | null }): Answer {
  const { content, type, fileName, range, disposition } = file;
  if (disposition !== null && disposition !== 'Inline' && disposition !== 'Attachment') throw invalidParameter('contentDisposition');
  const headers = {
    'content-type': type, 'accept-ranges': 'bytes',
    ...(disposition === null ? {} : { 'content-disposition': `${disposition.toLowerCase()}; filename="${fileName}"` }),
  };
  if (range === undefined) return { status: 200, headers, body: content };
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const from = first === '' ? Math.max(0, content.length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? content.length - 1 : Math.min(Number(last), content.length - 1);
  if ((first === '' && last === '') || from > to) throw new PlatformError(416, 'CMN-107', 'Requested range is not satisfiable');
  return { status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${to}/${content.length}` }, body: content.subarray(from, to + 1) };
}
