/** Network trouble on demand: who is cut off or silent, which requests get another answer than the right one, what is lost or late. */
export interface Faults {
  /** No id: everybody. */
  drop(extensionId?: string): void;
  /** Sockets stay open and nothing passes. */
  silence(extensionId?: string): void;
  /** Ends both. */
  restore(extensionId?: string): void;
  isDown(extensionId?: string): boolean;
  isSilent(extensionId?: string): boolean;
  answerNext(method: string, status: number, times: number): void;
  /** The status to answer to this request, used up by asking. */
  take(method: string): number | undefined;
  loseNext(method: string, times: number): void;
  /** Whether this request of ours is lost on its way, used up by asking. */
  loses(method: string): boolean;
  answerLate(milliseconds: number, times: number): void;
  /** How late this 200 is, used up by asking. */
  takeLateness(): number;
}

/** Everybody, or some extensions. */
function createWhom(): { add(extensionId?: string): void; remove(extensionId?: string): void; has(extensionId?: string): boolean } {
  const some = new Set<string>();
  let everybody = false;
  return {
    add(extensionId) {
      if (extensionId === undefined) everybody = true;
      else some.add(extensionId);
    },
    remove(extensionId) {
      if (extensionId !== undefined) { some.delete(extensionId); return; }
      everybody = false;
      some.clear();
    },
    has: (extensionId) => everybody || (extensionId !== undefined && some.has(extensionId)),
  };
}

export function createFaults(): Faults {
  const [down, silent] = [createWhom(), createWhom()];
  const answers = new Map<string, { status: number; times: number }>();
  const lost = new Map<string, number>();
  let late = { milliseconds: 0, times: 0 };
  return {
    drop: down.add,
    silence: silent.add,
    restore(extensionId) {
      down.remove(extensionId);
      silent.remove(extensionId);
    },
    isDown: down.has,
    isSilent: silent.has,
    answerNext(method, status, times) { answers.set(method.toUpperCase(), { status, times }); },
    take(method) {
      const due = answers.get(method);
      if (!due || due.times <= 0) return undefined;
      due.times -= 1;
      return due.status;
    },
    loseNext(method, times) { lost.set(method.toUpperCase(), times); },
    loses(method) {
      const due = lost.get(method) ?? 0;
      if (due > 0) lost.set(method, due - 1);
      return due > 0;
    },
    answerLate(milliseconds, times) { late = { milliseconds, times }; },
    takeLateness() {
      if (late.times <= 0) return 0;
      late.times -= 1;
      return late.milliseconds;
    },
  };
}
