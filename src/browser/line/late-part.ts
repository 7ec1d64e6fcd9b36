import { within, type Clock } from '../environment/clock.ts';

/** What the line's rarer parts offer, each in a file of its own. */
export interface LateModule { version: string }

/** Nothing of what was asked for has been done: the next asking loads again. */
export class PartMissing extends Error {
  /** version: another one was deployed over it, which only a reload can use. */
  readonly why: 'network' | 'version';
  constructor(why: PartMissing['why']) {
    super(`A part of the line is missing: ${why}`);
    this.name = 'PartMissing';
    this.why = why;
  }
}

/** A page that loads has that in moments; whoever has pressed a button is not kept waiting longer. */
const loadingMs = 8_000;

export interface LatePartTools<Module extends LateModule, Part> {
  clock: Clock;
  /** Of this line. */
  version: string;
  load(): Promise<unknown>;
  open(module: Module): Part;
}

/**
 * A part of the line that no ordinary call needs: loaded when somebody first asks for it, kept from then on. It brings
 * classes of its own, so its failures are known by their names (see refusal.ts), and it shares nothing but what `open` gives it.
 */
export function createLatePart<Module extends LateModule, Part>({ clock, version, load, open }: LatePartTools<Module, Part>) {
  let part: Part | null = null;
  let loading: Promise<Part> | null = null;

  async function bring(): Promise<Part> {
    const module = (await within(clock, loadingMs, 'module', load()).catch(() => null)) as Module | null;
    if (module === null) throw new PartMissing('network');
    // Deploying replaces what lies behind an address.
    if (module.version !== version) throw new PartMissing('version');
    part = open(module);
    return part;
  }

  return {
    /** Throws PartMissing. */
    get(): Promise<Part> {
      loading ??= bring().catch((failure: unknown) => {
        loading = null;
        throw failure;
      });
      return loading;
    },
    /** null: nobody has asked for it. */
    here: (): Part | null => part,
  };
}

export type LatePart<Part> = Pick<ReturnType<typeof createLatePart<LateModule, Part>>, 'get' | 'here'>;
