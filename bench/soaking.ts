import type { Bench } from './bench.ts';
import { soak } from './soak/soak.ts';

const usualMinutes = 8;

export const soaking: Bench = {
  ids: ['soak.violations'],
  async measure({ minutes, seed }) {
    const report = await soak({ minutes: minutes ?? usualMinutes, seed });
    if (report.violations.length > 0) process.stderr.write(`${report.transcript.join('\n')}\n`);
    return [{ id: 'soak.violations', what: `three profiles, four tabs each, ${report.steps} random deeds, seed ${seed}`, value: report.violations.length, unit: 'wrongs' }];
  },
};
