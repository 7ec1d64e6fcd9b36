import record = require('N/record');
import search = require('N/search');
import type { Record as NetSuiteRecord } from 'N/record';
import type { PictureKeeping } from '../../wire/settings/pictures.ts';
import { pictureFolder, settings as ids } from '../netsuite/ids.ts';
import { changeSettings, loadSettings, settingText } from './settings-record.ts';

export interface Pictures {
  keeping: PictureKeeping;
  /** Internal id; null: none was made yet. */
  folder: number | null;
}

/** What the company wants of the pictures of texts, out of its settings row. */
export function picturesOf(row: NetSuiteRecord | null): Pictures {
  const folder = Number(settingText(row, ids.pictureFolder));
  return { keeping: ['true', 'T'].includes(settingText(row, ids.keepPictures)) ? 'files' : 'links', folder: Number.isInteger(folder) && folder > 0 ? folder : null };
}

/** As the caller's role may see it. 12 units. */
export const picturesKept = (): PictureKeeping => picturesOf(loadSettings()).keeping;

/**
 * Saves it under the caller's own permissions; the folder is made by whoever wants files first, so that no picture has to wait for one
 * and no two of them make it. 75 units. Throws NetSuite's refusal where the role may not make folders.
 */
export function savePictures(pictures: PictureKeeping): void {
  if (pictures === 'links') changeSettings({ [ids.keepPictures]: false });
  else changeSettings({ [ids.keepPictures]: true, [ids.pictureFolder]: folderFor(picturesOf(loadSettings()).folder) });
}

/** The remembered folder while it is there, wherever an administrator has put it; otherwise the one of our name; otherwise a new one. */
function folderFor(remembered: number | null): number {
  if (remembered !== null && isThere(remembered)) return remembered;
  return found() ?? made();
}

function isThere(id: number): boolean {
  try {
    record.load({ type: record.Type.FOLDER, id });
    return true;
  } catch {
    // Deleted, or shut to this role: then it is no folder for a company's pictures.
    return false;
  }
}

/** The oldest folder of our name; null: there is none. */
function found(): number | null {
  const rows = search.create({ type: search.Type.FOLDER, filters: [['name', 'is', pictureFolder]], columns: ['internalid'] }).run().getRange({ start: 0, end: 100 });
  return rows.length === 0 ? null : Math.min(...rows.map(({ id }) => Number(id)));
}

/** Two administrators at once: NetSuite refuses the second folder of a name, whose maker then takes the first. Where it did not, the older one is taken by both. */
function made(): number {
  const folder = record.create({ type: record.Type.FOLDER });
  folder.setValue({ fieldId: 'name', value: pictureFolder });
  let id: number;
  try {
    id = folder.save();
  } catch (refused) {
    const winner = found();
    if (winner === null) throw refused;
    return winner;
  }
  return found() ?? id;
}
