import type { PictureCounts } from '../../src/wire/line/texts.ts';
import type { Unsent } from '../../src/wire/line/unsent.ts';

/** Everything is at NetSuite. */
export const nothingUnsent: Unsent = { waiting: 0, waitingTexts: 0, sessionEnded: false, lasting: true, refused: [], refusedInAll: 0 };

export const noPictures: PictureCounts = { waiting: 0, refused: [], refusedInAll: 0 };
