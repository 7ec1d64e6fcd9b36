/** Network trouble on demand: who is cut off, and which requests get which answer instead of the right one. */
export interface Faults {
  /** No id: everybody. */
  drop(extensionId?: string): void;
  restore(extensionId?: string): void;
  isDown(extensionId?: string): boolean;
  answerNext(method: string, status: number, times: number): void;
  /** The status to answer to this request, used up by asking. */
  take(method: string): number | undefined;
}

export function createFaults(): Faults {
  const down = new Set<string>();
  const answers = new Map<string, { status: number; times: number }>();
  let allDown = false;
  return {
    drop(extensionId) {
      if (extensionId === undefined) allDown = true;
      else down.add(extensionId);
    },
    restore(extensionId) {
      if (extensionId !== undefined) { down.delete(extensionId); return; }
      allDown = false;
      down.clear();
    },
    isDown: (extensionId) => allDown || (extensionId !== undefined && down.has(extensionId)),
    answerNext(method, status, times) { answers.set(method.toUpperCase(), { status, times }); },
    take(method) {
      const due = answers.get(method);
      if (!due || due.times <= 0) return undefined;
      due.times -= 1;
      return due.status;
    },
  };
}
