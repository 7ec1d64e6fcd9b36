/** A file type of N/file, and what files of it are served as. */
export interface FileType { type: string; contentType: string; text: boolean }

const text = (type: string, contentType: string): FileType => ({ type, contentType: `${contentType}; charset=utf-8`, text: true });
const binary = (type: string, contentType: string): FileType => ({ type, contentType, text: false });

/** File types by the extension of a file's name. What a MISCBINARY file of a real account is served as is not documented; here only fonts and sounds have a type. */
export const fileTypes: Record<string, FileType> = {
  '.js': text('JAVASCRIPT', 'application/javascript'),
  '.json': text('JSON', 'application/json'),
  '.html': text('HTMLDOC', 'text/html'),
  '.css': text('STYLESHEET', 'text/css'),
  '.txt': text('PLAINTEXT', 'text/plain'),
  '.csv': text('CSV', 'text/csv'),
  '.xml': text('XMLDOC', 'text/xml'),
  '.svg': text('SVG', 'image/svg+xml'),
  '.png': binary('PNGIMAGE', 'image/png'),
  '.jpg': binary('JPGIMAGE', 'image/jpeg'),
  '.jpeg': binary('JPGIMAGE', 'image/jpeg'),
  '.gif': binary('GIFIMAGE', 'image/gif'),
  '.bmp': binary('BMPIMAGE', 'image/bmp'),
  '.tif': binary('TIFFIMAGE', 'image/tiff'),
  '.tiff': binary('TIFFIMAGE', 'image/tiff'),
  '.ico': binary('ICON', 'image/x-icon'),
  '.pdf': binary('PDF', 'application/pdf'),
  '.mp3': binary('MP3', 'audio/mpeg'),
  '.mpg': binary('MPEGMOVIE', 'video/mpeg'),
  '.mov': binary('QUICKTIME', 'video/quicktime'),
  '.zip': binary('ZIP', 'application/zip'),
  '.wav': binary('MISCBINARY', 'audio/wav'),
  '.woff2': binary('MISCBINARY', 'font/woff2'),
};

const unknown: FileType = binary('MISCBINARY', 'application/octet-stream');

export const fileTypeOf = (path: string): FileType => fileTypes[/\.\w+$/.exec(path.toLowerCase())?.[0] ?? ''] ?? unknown;
