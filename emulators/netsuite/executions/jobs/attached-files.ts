import { posix } from 'node:path';
import { mayRead } from '../../modules/files/cabinet.ts';
import { fileTypeOf } from '../../modules/files/file-types.ts';
import { mediaUrl } from '../../modules/files/media-url.ts';
import type { SublistModel } from '../../pages/model.ts';
import { shownInstant } from '../../records/dates.ts';
import type { RecordType } from '../../records/record-type.ts';
import type { Actor } from '../execution.ts';

const mostRows = 200;
const columns = [{ id: 'name', label: 'Attached Files' }, { id: 'folder', label: 'Folder' }, { id: 'size', label: 'Size (KB)' }, { id: 'type', label: 'Type' }, { id: 'modified', label: 'Last Modified' }];

/** The Files list of a record's page: what was attached to it, each opening the file itself. null where nothing is attached, or nothing that the role may open. */
export function attachedFiles(actor: Actor, type: RecordType, id: number): SublistModel | null {
  const { store, installation } = actor.world;
  const rows = store
    .all('SELECT f.id, f.path, f.hash, f.modified, LENGTH(f.content) AS size FROM file_attachment a JOIN file f ON f.id = a.file WHERE a.record_table = ? AND a.record = ? ORDER BY f.id LIMIT ?', type.table, id, mostRows)
    .filter((row) => mayRead(actor, String(row['path'])));
  if (rows.length === 0) return null;
  return {
    id: 'mediaitem', label: 'Files', subtab: 'files', emptyText: 'No files.', columns,
    rows: rows.map((row) => {
      const path = String(row['path']);
      return {
        link: mediaUrl(installation.accountId, Number(row['id']), path, String(row['hash'])),
        cells: { name: posix.basename(path), folder: posix.dirname(path).slice(1), size: String(Math.max(1, Math.round(Number(row['size']) / 1024))), type: fileTypeOf(path).type, modified: shownInstant(String(row['modified']), installation.timeZone) },
      };
    }),
  };
}
