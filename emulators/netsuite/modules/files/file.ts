import { posix } from 'node:path';
import { SuiteScriptError } from '../../executions/script-error.ts';
import { storeFile } from '../../installation/deploy-files.ts';
import { loud, NotEmulated } from '../../not-emulated.ts';
import { defineModule, optionsOf, optionsOrFirst } from '../define-module.ts';
import type { ModuleFactory } from '../define-module.ts';
import { fileTypeOf, fileTypes } from './file-types.ts';
import { mediaUrl } from './media-url.ts';

/** The one folder id that is the same in every account. */
const suiteScriptsFolder = -15;

interface Entry { id: number | null; path: string; content: Buffer; hash: string; description: string }

/** N/file: reading the File Cabinet, and writing text files into /SuiteScripts. */
export const file: ModuleFactory = (execution) => {
  const { store, installation } = execution.world;

  function fileObject(entry: Entry): object {
    const type = fileTypeOf(entry.path);
    return loud('file.File', {
      get id() { return entry.id; },
      name: posix.basename(entry.path), path: entry.path.slice(1), fileType: type.type, size: entry.content.length, description: entry.description, isText: type.text, isOnline: false, isInactive: false, encoding: 'UTF-8',
      get url() { return entry.id === null ? '' : mediaUrl(installation.accountId, entry.id, entry.path, entry.hash); },
      getContents: () => (type.text ? entry.content.toString('utf8') : entry.content.toString('base64')),
      save() {
        execution.usage.charge(20);
        entry.id = storeFile(store, entry.path, entry.content, entry.description, execution.world.now());
        return entry.id;
      },
    });
  }

  return defineModule(execution, 'N/file', {
    Type: Object.fromEntries(Object.values(fileTypes).map(({ type }) => [type, type])),
    Encoding: { UTF_8: 'UTF-8' },
    load(...args: unknown[]) {
      const id = optionsOrFirst('file.load', args, ['id'])['id'];
      execution.usage.charge(10);
      const row = /^\d+$/.test(String(id))
        ? store.get('SELECT * FROM file WHERE id = ?', Number(id))
        : store.get('SELECT * FROM file WHERE path = ?', cabinetPath(String(id), execution.script.file));
      if (!row) throw new SuiteScriptError('RCRD_DSNT_EXIST', 'That record does not exist.');
      return fileObject({ id: Number(row['id']), path: String(row['path']), content: Buffer.from(row['content'] as Uint8Array), hash: String(row['hash']), description: String(row['description']) });
    },
    create(input: unknown) {
      const options = optionsOf('file.create', input, ['name', 'fileType']);
      if (options['folder'] !== undefined && Number(options['folder']) !== suiteScriptsFolder) throw new NotEmulated('N/file', `create in folder ${String(options['folder'])}`);
      return fileObject({ id: null, path: `/SuiteScripts/${posix.basename(String(options['name']))}`, content: Buffer.from(String(options['contents'] ?? '')), hash: '', description: String(options['description'] ?? '') });
    },
  });
};

function cabinetPath(id: string, from: string): string {
  if (id.startsWith('.')) return posix.join(posix.dirname(from), id);
  return id.startsWith('/') ? id : `/${id}`;
}
