import * as v from 'valibot';
import type { TextFailure } from '../../../wire/line/texts.ts';
import type { Sealed } from '../store/sealed.ts';

const failures = ['no-answer', 'refused', 'limits', 'not-sent', 'not-delivered'] as const satisfies TextFailure[];

const Outgoing = v.object({
  /** Made by the window that ordered it. */
  id: v.string(),
  /** RingCentral's, or `new:…`. */
  conversation: v.string(),
  /** E.164. */
  from: v.string(),
  to: v.array(v.string()),
  text: v.string(),
  at: v.number(),
  /** Messages that said the same before. */
  already: v.array(v.string()),
  /** null: on its way. */
  failed: v.nullable(v.object({ cause: v.picklist(failures), detail: v.string() })),
});
/** A text that RingCentral does not have, as far as we know. */
export type Outgoing = v.InferOutput<typeof Outgoing>;

/** Texts of this user that are on their way to RingCentral, or did not get there: kept until they do, or are discarded. */
export function createOutgoing({ sealed, name, onChange }: { sealed: Sealed; name: string; onChange(): void }) {
  const texts = new Map<string, Outgoing>();
  let last: Promise<unknown> = Promise.resolve();
  const write = (): void => {
    last = last.then(() => sealed.write(name, [...texts.values()])).catch(() => undefined);
    onChange();
  };
  return {
    /** One that was on its way when its line died may have got there. */
    async read(): Promise<void> {
      const kept = v.safeParse(v.array(Outgoing), await sealed.read(name));
      for (const text of kept.success ? kept.output : []) if (!texts.has(text.id)) texts.set(text.id, { ...text, failed: text.failed ?? { cause: 'no-answer', detail: '' } });
      onChange();
    },
    put(text: Outgoing): void {
      texts.set(text.id, text);
      write();
    },
    remove(id: string): void {
      if (texts.delete(id)) write();
    },
    get: (id: string): Outgoing | undefined => texts.get(id),
    /** Oldest first. */
    all: (): Outgoing[] => [...texts.values()].sort((a, b) => a.at - b.at),
    forget(): void {
      texts.clear();
      last = last.then(() => sealed.delete(name)).catch(() => undefined);
    },
  };
}

export type OutgoingTexts = ReturnType<typeof createOutgoing>;
