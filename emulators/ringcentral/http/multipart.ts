/** One part of a body of several; `name` of its Content-Disposition, '' where there is none. */
export interface Part { name: string; fileName?: string; contentType: string; content: Buffer }

/** Splits multipart/form-data and multipart/mixed (RFC 2046). undefined: the type names no boundary, or the body has none. */
export function readParts(contentType: string, body: Buffer): Part[] | undefined {
  const boundary = /^multipart\/(?:form-data|mixed)\s*;.*?boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  if (!boundary) return undefined;
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2] ?? ''}`);
  const parts: Part[] = [];
  let at = body.indexOf(mark);
  if (at < 0) return undefined;
  for (;;) {
    const start = at + mark.length;
    if (body.subarray(start, start + 2).toString() === '--') return parts;
    const next = body.indexOf(mark, start);
    if (next < 0) return undefined;
    // A line's end stands behind the boundary, and one before the next.
    const whole = body.subarray(start + 2, next - 2);
    const gap = whole.indexOf('\r\n\r\n');
    if (gap < 0) return undefined;
    const head = whole.subarray(0, gap).toString();
    const header = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1] ?? '';
    const disposition = header('content-disposition');
    const fileName = /filename="([^"]*)"/i.exec(disposition)?.[1];
    parts.push({
      name: /[\s;]name="([^"]*)"/i.exec(disposition)?.[1] ?? '', contentType: header('content-type') || 'text/plain',
      content: whole.subarray(gap + 4), ...(fileName === undefined ? {} : { fileName }),
    });
    at = next;
  }
}
