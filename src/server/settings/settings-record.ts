import record = require('N/record');
import search = require('N/search');
import runtime = require('N/runtime');
import type { FieldValue, Record as NetSuiteRecord } from 'N/record';
import { settings } from '../netsuite/ids.ts';
import { Refused } from '../refused.ts';

/** The one settings record under the caller's permissions, null before it was first saved; throws where the role may not see it. 12 units. */
export function loadSettings(): NetSuiteRecord | null {
  const [row] = search.create({ type: settings.type, filters: [], columns: ['internalid'] }).run().getRange({ start: 0, end: 1 });
  return row ? record.load({ type: settings.type, id: row.id }) : null;
}

/** What a field of the row holds, as text; '' without a row or a value. */
export const settingText = (row: NetSuiteRecord | null, fieldId: string): string => String(row?.getValue({ fieldId }) ?? '');

/** The settings came along from another account, as into a refreshed sandbox: nobody has made them this account's yet. */
export const cameAlong = (row: NetSuiteRecord | null): boolean => ![runtime.accountId, ''].includes(settingText(row, settings.account));

/**
 * Writes fields of the one row under the caller's own permissions; the row is made by the first save. Settings that came along stay
 * another account's. Throws NetSuite's refusal where the caller may not. 18 units.
 */
export function changeSettings(values: Readonly<Record<string, FieldValue>>): void {
  const kept = loadSettings();
  write(kept ?? firstRow(), values, kept === null);
}

/** What asks RingCentral by itself, without anybody who connected. */
const switches = [settings.syncOn, settings.syncTexts] as const;

/**
 * The same, and makes the settings this account's: in one that had them from another, everything that works by itself stays off until somebody
 * switches it on there.
 */
export function adoptSettings(values: Readonly<Record<string, FieldValue>>): void {
  const kept = loadSettings();
  const off = cameAlong(kept) ? Object.fromEntries(switches.map((fieldId) => [fieldId, false])) : {};
  write(kept ?? firstRow(), { ...off, ...values, [settings.account]: runtime.accountId }, kept === null);
}

function write(row: NetSuiteRecord, values: Readonly<Record<string, FieldValue>>, first: boolean): void {
  for (const [fieldId, value] of Object.entries(values)) row.setValue({ fieldId, value });
  save(row, first);
}

/** Two first saves at once: the external id refuses one of them, whose form then shows an old card. */
function save(row: NetSuiteRecord, first: boolean): void {
  try {
    row.save();
  } catch (failure) {
    if (first && loadSettings() !== null) throw new Refused('CONFLICT', 'settings');
    throw failure;
  }
}

/** The external id keeps it the only one, also when two admins save at once. */
function firstRow(): NetSuiteRecord {
  const row = record.create({ type: settings.type });
  row.setValue({ fieldId: 'externalid', value: settings.externalId });
  return row;
}
