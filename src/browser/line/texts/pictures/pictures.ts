import type { Message } from '../../../../core/messages/message.ts';
import type { PictureCounts } from '../../../../wire/line/texts.ts';
import type { LineEnvironment } from '../../../environment/line-environment.ts';
import { createBackOff } from '../../back-off.ts';
import type { LineTimings } from '../../timings.ts';
import { bringPicture, type BringPictureTools } from './bring-picture.ts';
import type { KeptPictures } from './kept-pictures.ts';
import { idOfPicture, picturesOf, type Picture } from './picture.ts';

export interface PicturesTools extends BringPictureTools {
  environment: Pick<LineEnvironment, 'clock' | 'random'>;
  timings: Pick<LineTimings, 'retryLogMs' | 'longestRetryMs' | 'refusedLogMs'>;
  kept: KeptPictures;
  /** The company wants files. */
  wanted(): boolean;
  /** Of whoever is signed in; null: nobody is. */
  extensionId(): string | null;
  /** NetSuite has not acknowledged this message yet: its record comes first. */
  isUnsaved(messageId: string): boolean;
  onChange(): void;
}

/** A picture over which NetSuite's script died so often waits for its owner. */
const hopelessTries = 3;
/** Shown of those that were refused; the others follow when these are dealt with. */
const mostShown = 20;
/** What trying again by itself would not change. */
const forGood: ReadonlySet<string> = new Set(['gone', 'TOO_LARGE', 'NOT_YOURS', 'BAD_REQUEST']);

/**
 * Pictures of logged texts on their way into NetSuite's File Cabinet, one after the other, each kept until NetSuite has it. A texts'
 * part of the outbox: it holds nothing up there, and a picture that is refused holds up no other one.
 */
export function createPictures({ environment: { clock, random }, timings, kept, wanted, extensionId, isUnsaved, onChange, ...tools }: PicturesTools) {
  const backOff = createBackOff(timings.retryLogMs, timings.longestRetryMs, random);
  const pictures = new Map<string, Picture>();
  /** By this line: a message that is reported again brings none of them again. */
  const settled = new Set<string>();
  const failures = new Map<string, number>();
  let bringing: Promise<void> | null = null;
  let resting = false;
  let closed = false;
  let cancelRetry = (): void => undefined;

  const put = (picture: Picture): void => {
    const id = idOfPicture(picture);
    // Last: others go first the next time.
    pictures.delete(id);
    pictures.set(id, picture);
    void kept.write(picture);
  };
  const remove = (id: string): void => {
    pictures.delete(id);
    failures.delete(id);
    void kept.delete(id);
  };
  /** Only whoever had the message can fetch it. */
  const own = (): Picture[] => [...pictures.values()].filter((picture) => picture.extensionId === extensionId());
  const next = (): Picture | undefined => own().find(({ refusal, messageId }) => refusal === null && !isUnsaved(messageId));
  const refuse = (picture: Picture, refusal: Omit<NonNullable<Picture['refusal']>, 'at'>): void => put({ ...picture, refusal: { ...refusal, at: clock.now() } });

  function rest(): void {
    resting = true;
    cancelRetry = clock.after(backOff.next(), () => {
      resting = false;
      look();
    });
  }

  async function bring(picture: Picture): Promise<void> {
    const id = idOfPicture(picture);
    const outcome = await bringPicture(picture, tools);
    // Its owner has done without it meanwhile.
    if (pictures.has(id)) {
      if (outcome.is === 'settled') {
        settled.add(id);
        remove(id);
      } else if (outcome.is === 'refused') refuse(picture, outcome.refusal);
      else if (outcome.is === 'waits') put(picture);
      else {
        const times = (failures.get(id) ?? 0) + 1;
        failures.set(id, times);
        if (times >= hopelessTries) refuse(picture, { why: 'NETSUITE', detail: '' });
        else put(picture);
      }
    }
    if (outcome.is === 'settled' || outcome.is === 'refused') backOff.reset();
    else rest();
    onChange();
  }

  /** Something may have become due. */
  function look(): void {
    const picture = closed || resting || bringing ? undefined : next();
    if (!picture) return;
    bringing = bring(picture).finally(() => {
      bringing = null;
      look();
    });
  }

  function again(picture: Picture): void {
    failures.delete(idOfPicture(picture));
    put({ ...picture, refusal: null });
  }
  function tryNow(): void {
    cancelRetry();
    resting = false;
    backOff.reset();
    look();
  }

  return {
    /** What earlier lines of this user left. */
    async read(): Promise<void> {
      for (const picture of await kept.all()) {
        if (pictures.has(idOfPicture(picture))) continue;
        const { refusal } = picture;
        pictures.set(idOfPicture(picture), refusal && !forGood.has(refusal.why) && refusal.at + timings.refusedLogMs <= clock.now() ? { ...picture, refusal: null } : picture);
      }
      onChange();
      look();
    },
    /** These messages are being logged. */
    add(messages: readonly Message[]): void {
      const extension = extensionId();
      if (extension === null || !wanted()) return;
      const news = messages.flatMap((message) => picturesOf(message, extension)).filter((picture) => !pictures.has(idOfPicture(picture)) && !settled.has(idOfPicture(picture)));
      news.forEach(put);
      if (news.length > 0) onChange();
    },
    look,
    /** What was in the way may be gone. */
    tryNow(): void {
      for (const picture of own()) if (picture.refusal && !forGood.has(picture.refusal.why)) again(picture);
      tryNow();
    },
    /** Its owner wants it tried again; false: there is none such. */
    bringAgain(id: string): boolean {
      const picture = pictures.get(id);
      if (!picture?.refusal) return false;
      again(picture);
      onChange();
      tryNow();
      return true;
    },
    /** Its owner does without it: the address stays in NetSuite. Only of one that was refused. */
    leave(id: string): boolean {
      if (!pictures.get(id)?.refusal) return false;
      remove(id);
      onChange();
      return true;
    },
    counts(): PictureCounts {
      const refused = own().flatMap(({ refusal, direction, with: other, at, ...picture }) => (refusal ? [{ id: idOfPicture(picture), direction, with: other, at, why: refusal.why, detail: refusal.detail }] : [])).sort((a, b) => b.at - a.at);
      return { waiting: own().length - refused.length, refused: refused.slice(0, mostShown), refusedInAll: refused.length };
    },
    written: kept.written,
    async close(): Promise<void> {
      closed = true;
      cancelRetry();
      await bringing;
      await kept.written();
    },
  };
}

export type Pictures = ReturnType<typeof createPictures>;
