import type { Unsent } from '../../src/wire/line/unsent.ts';

/** Everything is at NetSuite. */
export const nothingUnsent: Unsent = { waiting: 0, waitingTexts: 0, sessionEnded: false, lasting: true, refused: [], refusedInAll: 0 };
