import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleFolder } from '../scripts/entries.ts';
import { rounded, type Figure } from './figure.ts';

const gzipBytes = (file: string): number => gzipSync(readFileSync(path.resolve(bundleFolder, file)), { level: 9 }).length;
const gzipKb = (...files: string[]): number => rounded(files.reduce((sum, file) => sum + gzipBytes(file), 0) / 1024, 1);

/**
 * Script bytes as built. A call out or in, answered, muted, held, with keys and notes, hung up and logged loads line, media and panel;
 * what is loaded for a press of its own (orders.js, forms.js; the latter too for the record of a known person, which the call does
 * not wait for) or beside any call (ringing.js, texts.js) is not counted.
 */
export const sizes: Record<string, () => Figure> = {
  'companion.gzip_kb': () => ({ id: 'companion.gzip_kb', what: 'script of a record page before a call', value: gzipKb('companion.js'), unit: 'KB gzip' }),
  'call.gzip_kb': () => ({ id: 'call.gzip_kb', what: 'what a call needs beside that: line, media and panel', value: gzipKb('line.js', 'media.js', 'panel.js'), unit: 'KB gzip' }),
  'app.gzip_kb': () => ({ id: 'app.gzip_kb', what: 'script of the phone app', value: gzipKb('app.js'), unit: 'KB gzip' }),
  'line.gzip_kb': () => ({ id: 'line.gzip_kb', what: 'script of the worker, once per browser', value: gzipKb('line.js'), unit: 'KB gzip' }),
  'media.gzip_kb': () => ({ id: 'media.gzip_kb', what: 'script loaded when a call needs audio', value: gzipKb('media.js'), unit: 'KB gzip' }),
};
