import type { LineState } from '../../../wire/line/state.ts';

export interface PublisherTools {
  read(): Omit<LineState, 'revision'>;
  publish(state: LineState): void;
}

/** Sends the whole state once per microtask, however many parts changed in it. */
export function createPublisher({ read, publish }: PublisherTools) {
  let revision = 0;
  let due = false;
  let current: LineState | null = null;
  const make = (): LineState => {
    revision += 1;
    current = { ...read(), revision };
    return current;
  };
  return {
    changed(): void {
      if (due) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        publish(make());
      });
    },
    current: (): LineState => current ?? make(),
  };
}
