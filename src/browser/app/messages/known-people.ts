import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { PersonFound } from '../../../core/people/person.ts';
import { type ReadonlySignal, signal } from '../../ui/signals.ts';

/** As many numbers as NetSuite answers at once. */
const mostAtOnce = 20;

/** Whom NetSuite knows by the numbers that are shown: asked once for each as long as the page lives. */
export interface KnownPeople {
  readonly byNumber: ReadonlySignal<ReadonlyMap<string, PersonFound>>;
  /** Asks for those that nobody asked for yet. Names are a help: without an answer the numbers stay. */
  ask(numbers: readonly string[]): void;
}

export function createKnownPeople(netsuite: Pick<NetSuiteClient, 'whoIs'>): KnownPeople {
  const byNumber = signal<ReadonlyMap<string, PersonFound>>(new Map());
  const asked = new Set<string>();
  return {
    byNumber,
    ask(numbers) {
      const now = [...new Set(numbers)].filter((number) => number !== '' && number.length <= 60 && !asked.has(number));
      for (let at = 0; at < now.length; at += mostAtOnce) {
        const part = now.slice(at, at + mostAtOnce);
        part.forEach((number) => asked.add(number));
        netsuite.whoIs(part).then(
          ({ found }) => { byNumber.value = new Map([...byNumber.value, ...part.flatMap((number, index) => (found[index] ? [[number, found[index]] as const] : []))]); },
          () => part.forEach((number) => asked.delete(number)),
        );
      }
    },
  };
}
