import * as v from 'valibot';
import { directions } from '../../../core/calls/outcome.ts';
import { deliveries, type Message } from '../../../core/messages/message.ts';
import type { Sealed } from '../store/sealed.ts';

/** Messages of one conversation that outlive the browser, and conversations: what a screen shows without asking RingCentral. */
export const mostMessages = 100;
export const mostThreads = 200;

/** A conversation as this browser has it. */
export interface Thread {
  conversation: string;
  /** Oldest first. */
  messages: Message[];
  /** Ids. */
  unread: string[];
  /** RingCentral may have more than these. */
  older: boolean;
}

const end = v.object({ number: v.string(), name: v.nullable(v.string()) });
const KeptMessage = v.object({
  id: v.string(), conversationId: v.string(), direction: v.picklist(directions), from: end, to: v.array(end), ours: v.string(), at: v.number(), text: v.string(),
  attachments: v.array(v.object({ id: v.string(), name: v.string(), type: v.string(), size: v.nullable(v.number()), url: v.string() })),
  delivery: v.picklist(deliveries), reason: v.nullable(v.string()),
});
const Kept = v.object({ conversation: v.string(), messages: v.array(KeptMessage), unread: v.array(v.string()), older: v.boolean() });
const Mark = v.object({ extensionId: v.string(), token: v.nullable(v.string()), syncedAt: v.nullable(v.number()) });
/** How far this browser knows RingCentral's store. `syncedAt`: epoch ms by RingCentral's clock; what comes while nobody is signed in is caught up from then on. */
export type SyncMark = v.InferOutput<typeof Mark>;

/** Conversations of one user, sealed, each by itself; writes follow each other in order. */
export function createKeptThreads({ sealed, name, markName }: { sealed: Sealed; name: string; /** Outlives a sign-in. */ markName: string }) {
  const prefix = `${name}:`;
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
  const deleteAll = async (): Promise<void> => void (await Promise.all((await sealed.names(prefix)).map((each) => sealed.delete(each))));

  return {
    async threads(): Promise<Thread[]> {
      const read = await Promise.all((await sealed.names(prefix)).map(async (each) => v.safeParse(Kept, await sealed.read(each))));
      return read.flatMap((each) => (each.success ? [each.output] : []));
    },
    write: (thread: Thread): Promise<void> => inOrder(() => {
      const messages = thread.messages.slice(-mostMessages);
      return sealed.write(prefix + thread.conversation, { ...thread, messages, older: thread.older || messages.length < thread.messages.length });
    }),
    delete: (conversation: string): Promise<void> => inOrder(() => sealed.delete(prefix + conversation)),
    /** null: never synchronised, or as another extension. */
    async mark(extensionId: string): Promise<SyncMark | null> {
      const read = v.safeParse(Mark, await sealed.read(markName));
      return read.success && read.output.extensionId === extensionId ? read.output : null;
    },
    writeMark: (mark: SyncMark): Promise<void> => inOrder(() => sealed.write(markName, mark)),
    /** Nobody is signed in any more: what was said goes, how far it is known stays. */
    forget: (): Promise<void> => inOrder(async () => {
      const read = v.safeParse(Mark, await sealed.read(markName));
      await deleteAll();
      if (read.success) await sealed.write(markName, { ...read.output, token: null });
    }),
  };
}

export type KeptThreads = ReturnType<typeof createKeptThreads>;
