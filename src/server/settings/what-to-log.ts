import type { Record as NetSuiteRecord } from 'N/record';
import { logEverything, type WhatToLog } from '../../core/calls/wants-logging.ts';
import { settings as ids } from '../netsuite/ids.ts';
import { changeSettings, loadSettings, settingText } from './settings-record.ts';

const isTicked = (row: NetSuiteRecord | null, fieldId: string): boolean => ['true', 'T'].includes(settingText(row, fieldId));

/** Which calls the company wants as records, out of its settings row; everything before it was first saved. The row says what is left out, so that an empty one leaves out nothing. */
export function whatToLogOf(row: NetSuiteRecord | null): WhatToLog {
  if (row === null) return logEverything;
  const seconds = Number(settingText(row, ids.minimumSeconds));
  return {
    inbound: !isTicked(row, ids.skipInbound),
    outbound: !isTicked(row, ids.skipOutbound),
    internal: !isTicked(row, ids.skipInternal),
    minimumSeconds: Number.isInteger(seconds) && seconds > 0 ? seconds : 0,
  };
}

/** Which calls the company wants as records, as the caller's role may see it. 12 units. */
export const whatToLog = (): WhatToLog => whatToLogOf(loadSettings());

/** Saves it under the caller's own permissions. 18 units. */
export function saveWhatToLog({ inbound, outbound, internal, minimumSeconds }: WhatToLog): void {
  changeSettings({ [ids.skipInbound]: !inbound, [ids.skipOutbound]: !outbound, [ids.skipInternal]: !internal, [ids.minimumSeconds]: minimumSeconds });
}
