import type { Sealed } from '../store/sealed.ts';

export interface LastDialledTools { sealed: Sealed; name: string; onChange(): void }

/** The number this user dialled last at this browser, as typed: what Call means with nothing typed. Sealed, since it is somebody's number. */
export function createLastDialled({ sealed, name, onChange }: LastDialledTools) {
  let current: string | null = null;
  /** One after the other, the reading first; what was dialled meanwhile is newer than what was kept. */
  let last: Promise<unknown> = sealed.read(name).then((kept) => {
    if (typeof kept !== 'string' || current !== null) return;
    current = kept;
    onChange();
  }).catch(() => undefined);

  function become(number: string | null): void {
    current = number;
    last = last.then(() => (number === null ? sealed.delete(name) : sealed.write(name, number))).catch(() => undefined);
    onChange();
  }

  return {
    current: (): string | null => current,
    remember: (number: string): void => become(number),
    forget: (): void => become(null),
  };
}

export type LastDialled = ReturnType<typeof createLastDialled>;
