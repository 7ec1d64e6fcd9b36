import record = require('N/record');
import search = require('N/search');
import type { Record as NetSuiteRecord } from 'N/record';
import { settings } from '../netsuite/ids.ts';

/** The one settings record under the caller's permissions, null before it was first saved; throws where the role may not see it. 12 units. */
export function loadSettings(): NetSuiteRecord | null {
  const [row] = search.create({ type: settings.type, filters: [], columns: ['internalid'] }).run().getRange({ start: 0, end: 1 });
  return row ? record.load({ type: settings.type, id: row.id }) : null;
}
