import { seededFolder } from './seeded.ts';

// Before journeys: two workers would otherwise seed at the same time.
const started = performance.now();
await seededFolder();
process.stdout.write(`Seeded in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
