import type { CommandResult } from '../../wire/line/commands.ts';
import type { TextCounts, TextOrder } from '../../wire/line/texts.ts';
import type { CallerIds } from './account/me.ts';
import { createBackOff } from './back-off.ts';
import { createLatePart, type LateModule } from './late-part.ts';
import type { createTexts, Texts, TextsTools } from './texts/texts.ts';

/** What dist/texts.js offers. */
interface TextsModule extends LateModule { createTexts: typeof createTexts }

export interface TextLineTools extends Omit<TextsTools, 'senders'> {
  senders(): CallerIds;
  /** Of this line. */
  version: string;
  load(): Promise<unknown>;
}

/**
 * The texts of a user, as the rest of the line knows them. A call needs none of it, so it is loaded once somebody is signed
 * in, and tried again where that fails. What happens meanwhile is caught up, since texts are looked for from the last time on.
 */
export function createTextLine(tools: TextLineTools) {
  const { environment, timings, version, load } = tools;
  const { clock } = environment;
  const backOff = createBackOff(timings.gatewayRetryMs, timings.longestRetryMs, environment.random);
  const part = createLatePart({ clock, version, load, open: (module: TextsModule): Texts => module.createTexts(tools) });
  let awake = false;
  let eventsUp = false;
  let cancelRetry = (): void => undefined;

  async function bring(): Promise<void> {
    cancelRetry();
    try {
      const texts = await part.get();
      if (!awake) return;
      texts.wake();
      if (eventsUp) texts.lookAround();
    } catch {
      if (awake) cancelRetry = clock.after(backOff.next(), () => void bring());
    }
  }

  return {
    /** null: not signed in, no text may be read, or the part is not here yet. */
    counts: (): TextCounts | null => part.here()?.counts() ?? null,
    /** Throws PartMissing. */
    order: async (order: TextOrder): Promise<CommandResult> => (await part.get()).order(order),
    /** Somebody is signed in. */
    wake(): void {
      awake = true;
      void bring();
    },
    /** The body of any event. */
    hear: (body: unknown): void => part.here()?.hear(body),
    eventsUp(): void {
      eventsUp = true;
      part.here()?.lookAround();
    },
    tryNow: (): void => part.here()?.tryNow(),
    /** The outbox has other drafts than before. */
    outboxChanged: (): void => part.here()?.outboxChanged(),
    pagesGone: (): void => part.here()?.pagesGone(),
    /** Nobody is signed in any more: what was kept goes, also where this line has not loaded it. */
    forget(): void {
      awake = false;
      eventsUp = false;
      cancelRetry();
      void part.get().then((texts) => texts.forget(), () => undefined);
    },
    async close(): Promise<void> {
      awake = false;
      cancelRetry();
      await part.here()?.close();
    },
  };
}

export type TextLine = ReturnType<typeof createTextLine>;
