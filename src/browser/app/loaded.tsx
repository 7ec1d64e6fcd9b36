import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { type Answered, answered } from './answered.ts';
import { failureWords } from './words/netsuite.ts';

export interface LoadedProps<T> {
  read: () => Promise<T>;
  /** Said while NetSuite is asked. */
  reading: string;
  /** `take` shows what a later answer said; `again` asks anew without hiding what is there. */
  children: (value: T, take: (value: T) => void, again: () => void) => ComponentChildren;
}

/** Something NetSuite has to tell first: while it is asked, where that failed with a way to try again, and when it is here. */
export function Loaded<T>({ read, reading, children }: LoadedProps<T>) {
  const [answer, setAnswer] = useState<Answered<T> | null>(null);
  const ask = (): void => void answered(read()).then(setAnswer);
  useEffect(ask, []);
  if (answer === null) return <p class="quiet" role="status">{reading}</p>;
  if (answer.ok) return <>{children(answer.value, (value) => setAnswer({ ok: true, value }), ask)}</>;
  return (
    <div class="failure" role="alert">
      <p>{failureWords(answer.failure)}</p>
      <Button onClick={() => { setAnswer(null); ask(); }}>Try again</Button>
    </div>
  );
}
