import type { Clock } from '../../environment/clock.ts';
import type { Sealed } from './sealed.ts';

export interface LastingSealedTools {
  sealed: Sealed;
  clock: Clock;
  /** Pause before what the browser did not keep is given to it again. */
  retryMs: number;
  /** Whether things last is another matter now. */
  onChange(): void;
  /** What earlier lines left can be read after all. */
  onReadable(): void;
}

/** Sealed values of which nothing is lost while this line lives; no verb rejects. */
export interface LastingSealed extends Sealed {
  /** false: the browser does not keep what it is given, or does not give what it has (a private window, no space, broken storage). */
  isLasting(): boolean;
  /** Settles when everything asked for so far was given to the browser. */
  written(): Promise<unknown>;
  tryNow(): void;
}

export function createLastingSealed({ sealed, clock, retryMs, onChange, onReadable }: LastingSealedTools): LastingSealed {
  /** What the browser has not taken (yet); undefined: it is to be deleted. */
  const held = new Map<string, unknown>();
  let last: Promise<unknown> = Promise.resolve();
  let lasting = true;
  let cancel = (): void => undefined;

  function turn(now: boolean): void {
    cancel();
    if (!now) cancel = clock.after(retryMs, tryNow);
    if (now === lasting) return;
    lasting = now;
    onChange();
    if (now) onReadable();
  }

  /** false: not taken. */
  async function give(name: string): Promise<boolean> {
    if (!held.has(name)) return true;
    const value = held.get(name);
    try {
      await (value === undefined ? sealed.delete(name) : sealed.write(name, value));
      // A newer value has its own turn coming.
      if (held.get(name) === value) held.delete(name);
      return true;
    } catch {
      turn(false);
      return false;
    }
  }
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done;
    return done;
  };
  const keep = async (name: string, value: unknown): Promise<void> => {
    held.set(name, value);
    await inOrder(() => give(name));
  };
  async function asked<T>(question: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await question;
    } catch {
      turn(false);
      return otherwise;
    }
  }
  function tryNow(): void {
    if (lasting) return;
    void inOrder(async () => {
      let taken = (await asked(sealed.names(''), null)) !== null;
      for (const name of taken ? [...held.keys()] : []) taken = (await give(name)) && taken;
      if (taken) turn(true);
    });
  }

  return {
    read: async (name) => (held.has(name) ? (held.get(name) ?? null) : asked(sealed.read(name), null)),
    write: keep,
    delete: (name) => keep(name, undefined),
    // Between two writes: what is on its way is in neither place for a moment.
    names: (prefix) => inOrder(async () => {
      const names = new Set(await asked(sealed.names(prefix), []));
      for (const [name, value] of held) {
        if (value === undefined) names.delete(name);
        else if (name.startsWith(prefix)) names.add(name);
      }
      return [...names];
    }),
    isLasting: () => lasting,
    written: () => last,
    tryNow,
  };
}
