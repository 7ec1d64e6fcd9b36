import { EmulatorFailure } from '../failure.ts';
import type { SubsidiarySeed } from '../options.ts';
import type { Store } from '../store/open-store.ts';
import { nextNumber } from '../store/schema.ts';

/** The companies of the group; those that are there stay, new ones come behind them. Users without one belong to the parent. */
export function deploySubsidiaries(store: Store, seeds: SubsidiarySeed[], oneWorld: boolean, now: Date): void {
  if (!oneWorld) {
    if (seeds.length > 0) throw new EmulatorFailure('SEED_BROKEN', 'The account seed has subsidiaries, and the feature SUBSIDIARIES is off.');
    return;
  }
  if (seeds.length === 0) throw new EmulatorFailure('SEED_BROKEN', 'The feature SUBSIDIARIES is on, and the account seed has no subsidiary.');
  const present = Number(store.get('SELECT COUNT(*) AS count FROM main.subsidiary')?.['count'] ?? 0);
  for (const { name, country } of seeds.slice(present)) {
    const id = nextNumber(store, 'subsidiary', 1);
    store.run("INSERT INTO main.subsidiary (id, name, country, parent, isinactive, created, lastmodifieddate) VALUES (?, ?, ?, ?, 'F', ?, ?)", id, name, country, id === 1 ? null : 1, now.toISOString(), now.toISOString());
  }
  store.run('UPDATE main.employee SET subsidiary = 1 WHERE subsidiary IS NULL');
}
