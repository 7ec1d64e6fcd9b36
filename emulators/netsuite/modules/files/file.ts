import { posix } from 'node:path';
import { SuiteScriptError } from '../../executions/script-error.ts';
import { storeFile } from '../../installation/deploy-files.ts';
import { loud, NotEmulated } from '../../not-emulated.ts';
import { defineModule, optionsOf, optionsOrFirst } from '../define-module.ts';
import type { ModuleFactory } from '../define-module.ts';
import { folderOf, folderPath, mayRead, requireFiles } from './cabinet.ts';
import { fileTypeOf, fileTypes } from './file-types.ts';
import { mediaUrl } from './media-url.ts';

/** A File object of the script. `folder` null: not chosen yet, or one that deploying made. */
interface Entry { id: number | null; name: string; folder: number | null; path: string | null; content: Buffer; hash: string; description: string }

/** Bytes that file.create and getContents hold in memory. */
const mostBytes = 10 * 1024 * 1024;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** N/file: reading the File Cabinet, and writing files into its folders: one of the same name in the same folder is replaced and keeps its id. */
export const file: ModuleFactory = (execution) => {
  const { store, installation } = execution.world;

  function fileObject(entry: Entry): object {
    const type = fileTypeOf(entry.name);
    return loud('file.File', {
      get id() { return entry.id; },
      get folder() {
        if (entry.path !== null && entry.folder === null) throw new NotEmulated('file.File', 'folder of a deployed file');
        return entry.folder;
      },
      set folder(id: unknown) {
        if (entry.id !== null) throw new NotEmulated('file.File', 'moving a file');
        entry.folder = Number(id);
      },
      get isOnline() { return false; },
      set isOnline(online: unknown) {
        if (online === true) throw new NotEmulated('file.File', 'files without login');
      },
      get path() { return entry.path?.slice(1) ?? ''; },
      get url() { return entry.id === null ? '' : mediaUrl(installation.accountId, entry.id, entry.name, entry.hash); },
      name: entry.name, fileType: type.type, size: entry.content.length, description: entry.description, isText: type.text, isInactive: false, encoding: 'UTF-8',
      getContents() {
        if (entry.content.length > mostBytes) throw new SuiteScriptError('SSS_FILE_CONTENT_SIZE_EXCEEDED', 'The file content you are attempting to access exceeds the maximum allowed size of 10 MB.');
        return entry.content.toString(type.text ? 'utf8' : 'base64');
      },
      save() {
        if (entry.folder === null && entry.path === null) throw new SuiteScriptError('SSS_MISSING_REQD_ARGUMENT', 'Please enter value(s) for: Folder');
        execution.usage.charge(20);
        requireFiles(execution, 2);
        const path = entry.folder === null ? entry.path as string : `${folderPath(execution, entry.folder)}/${entry.name}`;
        execution.world.door.gate('file.save', 'file', execution.script.scriptId);
        entry.id = store.atomic(() => {
          if (store.get('SELECT 1 AS found FROM file WHERE path = ?', path)) requireFiles(execution, 3);
          return storeFile(store, path, entry.content, entry.description, execution.world.now());
        });
        entry.path = path;
        entry.hash = String(store.get('SELECT hash FROM file WHERE id = ?', entry.id)?.['hash']);
        return entry.id;
      },
    });
  }

  return defineModule(execution, 'N/file', {
    // The documented list leaves MISCBINARY out; files of that type there are.
    Type: Object.fromEntries(Object.values(fileTypes).flatMap(({ type }) => (type === 'MISCBINARY' ? [] : [[type, type]]))),
    Encoding: { UTF_8: 'UTF-8' },
    load(...args: unknown[]) {
      const id = optionsOrFirst('file.load', args, ['id'])['id'];
      execution.usage.charge(10);
      const row = /^\d+$/.test(String(id))
        ? store.get('SELECT * FROM file WHERE id = ?', Number(id))
        : store.get('SELECT * FROM file WHERE path = ?', cabinetPath(String(id), execution.script.file));
      if (!row) throw new SuiteScriptError('RCRD_DSNT_EXIST', 'That record does not exist.');
      const path = String(row['path']);
      if (!mayRead(execution, path)) throw new SuiteScriptError('INSUFFICIENT_PERMISSION', 'You do not have access to the media item you selected.');
      return fileObject({ id: Number(row['id']), name: posix.basename(path), folder: folderOf(execution, path), path, content: Buffer.from(row['content'] as Uint8Array), hash: String(row['hash']), description: String(row['description']) });
    },
    create(input: unknown) {
      const options = optionsOf('file.create', input, ['name', 'fileType']);
      const name = posix.basename(String(options['name']));
      const { type, text } = fileTypeOf(name);
      if (type !== options['fileType']) throw new NotEmulated('N/file', `create of ${String(options['fileType'])} under a name that stands for ${type}`);
      if (options['isOnline'] === true) throw new NotEmulated('N/file', 'create of a file without login');
      const contents = String(options['contents'] ?? '');
      if (!text && !base64.test(contents)) throw new SuiteScriptError('INVALID_FILE_ENCODING', 'The contents of a binary file must be base64 encoded.');
      const content = Buffer.from(contents, text ? 'utf8' : 'base64');
      if (content.length > mostBytes) throw new SuiteScriptError('SSS_FILE_CONTENT_SIZE_EXCEEDED', 'The file content exceeds the maximum allowed size of 10 MB.');
      return fileObject({ id: null, name, folder: options['folder'] === undefined ? null : Number(options['folder']), path: null, content, hash: '', description: String(options['description'] ?? '') });
    },
  });
};

function cabinetPath(id: string, from: string): string {
  if (id.startsWith('.')) return posix.join(posix.dirname(from), id);
  return id.startsWith('/') ? id : `/${id}`;
}
