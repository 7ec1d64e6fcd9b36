import * as v from 'valibot';
import { plainText } from '../calls/plain-text.ts';
import { pictureKeepings } from './pictures.ts';
import { WhatToLog } from './what-to-log.ts';

/** One choice of the account's list; `id` null: to be added. One that is not offered any more stays on the calls that have it. */
export const Disposition = v.object({
  id: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** As a log may name it, or no call could have it. */
  name: v.pipe(v.string(), v.transform(plainText), v.trim(), v.minLength(1), v.maxLength(60)),
  offered: v.boolean(),
});
export type Disposition = v.InferOutput<typeof Disposition>;

/** What a Company Admin reads (api Suitelet, action read-logging) and saves (save-what-to-log, save-dispositions, save-pictures); every save is answered with the card as it stands then. */
export const LoggingCard = v.object({ whatToLog: WhatToLog, dispositions: v.array(Disposition), pictures: v.picklist(pictureKeepings) });
export type LoggingCard = v.InferOutput<typeof LoggingCard>;

export const SaveWhatToLog = v.object({ whatToLog: WhatToLog });

/** More would be a list nobody reads during a call. */
export const mostDispositions = 40;

/** Choices that are new or changed; the others stay as they are. */
export const SaveDispositions = v.object({ dispositions: v.pipe(v.array(Disposition), v.minLength(1), v.maxLength(mostDispositions)) });
