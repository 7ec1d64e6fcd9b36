import { SuiteScriptError } from '../../executions/script-error.ts';
import type { Actor } from '../../executions/execution.ts';
import type { PermissionLevel } from '../../options.ts';
import { isVisible, levelFor } from '../../records/access.ts';
import type { RecordType } from '../../records/record-type.ts';

type Reader = Pick<Actor, 'world' | 'principal'>;

/** The one folder id that is the same in every account. */
const suiteScriptsFolder = -15;
const suiteScripts = '/SuiteScripts';

const folderType = ({ world }: Reader): RecordType => world.catalog.find('folder') as RecordType;

/** Path of a folder that the role may see, without a slash at its end. Throws INVALID_KEY_OR_REF, as saving into such a folder does. */
export function folderPath(actor: Reader, id: number): string {
  if (id === suiteScriptsFolder) return suiteScripts;
  const row = Number.isInteger(id) && isVisible(actor, folderType(actor), id) ? actor.world.store.get('SELECT name, parent FROM main.mediaitemfolder WHERE id = ?', id) : undefined;
  if (!row) throw new SuiteScriptError('INVALID_KEY_OR_REF', `Invalid folder reference key ${id}.`);
  return `${row['parent'] === null ? '' : folderPath(actor, Number(row['parent']))}/${String(row['name'])}`;
}

/** The folder record a path lies in; null: one of those that deploying makes, which have no record here. */
export function folderOf(actor: Reader, path: string): number | null {
  const names = path.split('/').slice(1, -1);
  if (names.length === 1 && `/${names[0]}` === suiteScripts) return suiteScriptsFolder;
  let parent: number | null = null;
  for (const name of names) {
    const row = actor.world.store.get('SELECT id FROM main.mediaitemfolder WHERE name = ? AND parent IS ?', name, parent);
    if (!row) return null;
    parent = Number(row['id']);
  }
  return parent;
}

/** Whether the role may open a file. What a project deployed serves every page, under whatever role; for other files it is Documents and Files, and their folder. */
export function mayRead(actor: Reader, path: string): boolean {
  if (path.startsWith(`${suiteScripts}/`)) return true;
  const folder = folderOf(actor, path);
  return levelFor(actor.principal, folderType(actor)) >= 1 && (folder === null || isVisible(actor, folderType(actor), folder));
}

/** Throws INSUFFICIENT_PERMISSION. */
export function requireFiles(actor: Reader, level: PermissionLevel): void {
  if (levelFor(actor.principal, folderType(actor)) >= level) return;
  throw new SuiteScriptError('INSUFFICIENT_PERMISSION', "Permission Violation: You need a higher level of the 'Lists -> Documents and Files' permission to access this page. Please contact your account administrator.");
}
