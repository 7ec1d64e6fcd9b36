import type { Unsent as UnsentLogs } from '../../../wire/line/unsent.ts';

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** How much NetSuite has not taken yet. */
export function Unsent({ unsent: { waiting, waitingTexts } }: { unsent: UnsentLogs }) {
  const parts = [...(waiting > 0 ? [counted(waiting, 'call')] : []), ...(waitingTexts > 0 ? [counted(waitingTexts, 'message')] : [])];
  return parts.length > 0 ? <p class="me quiet">{parts.join(' and ')} waiting to be saved in NetSuite.</p> : null;
}
