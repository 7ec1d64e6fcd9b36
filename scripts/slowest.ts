/** One finished test, whichever runner ran it. */
export interface TestRun { name: string; passed: boolean; skipped: boolean; ms: number }

/** The lines that end a gate: the ten slowest tests, then the count that tools look for. */
export function summary(runs: TestRun[]): string {
  const slowest = [...runs].sort((a, b) => b.ms - a.ms).slice(0, 10);
  const failed = runs.filter((run) => !run.passed && !run.skipped);
  const lines = ['', 'The ten slowest tests', ...slowest.map((run) => `${(run.ms / 1000).toFixed(1).padStart(7)} s  ${run.name}`)];
  if (failed.length > 0) lines.push('', 'Failed', ...failed.map((run) => `  ${run.name}`));
  const skipped = runs.filter((run) => run.skipped).length;
  lines.push('', `${runs.filter((run) => run.passed && !run.skipped).length} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return lines.join('\n') + '\n';
}
