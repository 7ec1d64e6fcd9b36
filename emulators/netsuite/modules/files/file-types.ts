/** File types of N/file with the content type they are served as, by extension. */
export const fileTypes: Record<string, { type: string; contentType: string; text: boolean }> = {
  '.js': { type: 'JAVASCRIPT', contentType: 'application/javascript; charset=utf-8', text: true },
  '.json': { type: 'JSON', contentType: 'application/json; charset=utf-8', text: true },
  '.html': { type: 'HTMLDOC', contentType: 'text/html; charset=utf-8', text: true },
  '.css': { type: 'STYLESHEET', contentType: 'text/css; charset=utf-8', text: true },
  '.txt': { type: 'PLAINTEXT', contentType: 'text/plain; charset=utf-8', text: true },
  '.csv': { type: 'CSV', contentType: 'text/csv; charset=utf-8', text: true },
  '.xml': { type: 'XMLDOC', contentType: 'text/xml; charset=utf-8', text: true },
  '.svg': { type: 'SVG', contentType: 'image/svg+xml', text: true },
  '.png': { type: 'PNGIMAGE', contentType: 'image/png', text: false },
  '.jpg': { type: 'JPGIMAGE', contentType: 'image/jpeg', text: false },
  '.ico': { type: 'ICON', contentType: 'image/x-icon', text: false },
  '.mp3': { type: 'MP3', contentType: 'audio/mpeg', text: false },
  '.wav': { type: 'MISCBINARY', contentType: 'audio/wav', text: false },
  '.woff2': { type: 'MISCBINARY', contentType: 'font/woff2', text: false },
};

export function fileTypeOf(path: string): { type: string; contentType: string; text: boolean } {
  return fileTypes[/\.\w+$/.exec(path.toLowerCase())?.[0] ?? ''] ?? { type: 'MISCBINARY', contentType: 'application/octet-stream', text: false };
}
