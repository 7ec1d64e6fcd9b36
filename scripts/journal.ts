import type { TestEvent } from 'node:test/reporters';
import type { TestRun } from './slowest.ts';

/** A reporter for node:test: one JSON line for each finished test (suites and files are not tests). */
export default async function* journal(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const path: string[] = [];
  for await (const event of events) {
    if (event.type === 'test:start') {
      path.length = event.data.nesting;
      path.push(event.data.name);
    }
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite') continue;
    const above = path.slice(0, event.data.nesting);
    const run: TestRun = {
      name: [...above, event.data.name].join(' › '),
      passed: event.type === 'test:pass',
      skipped: event.data.skip !== undefined && event.data.skip !== false,
      ms: event.data.details.duration_ms,
    };
    yield JSON.stringify(run) + '\n';
  }
}
