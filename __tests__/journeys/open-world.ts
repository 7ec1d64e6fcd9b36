import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../emulators/demo/demo.ts';
import { seededFolder } from '../../scripts/seeded.ts';
import type { Timings } from '../../src/wire/session/boot.ts';
import { launch, type Kind } from './browsers.ts';

/** One worker's world: a pair of stand-ins on free ports with a copy of the seeded state, and a browser of each kind. */
export interface World {
  demo: Demo;
  browser(kind: Kind): Promise<Browser>;
  close(): Promise<void>;
}

/** `timings`: delays of the line, through the script parameter that production leaves empty. */
export async function openWorld(options: { timings: Timings | null }): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rcns-world-'));
  cpSync(await seededFolder(), folder, { recursive: true });
  const demo = await startDemo({ projectFolder: process.cwd(), dataFolder: folder, netsuitePort: 0, ringcentralPort: 0, companyCard: 'filled-in', timings: options.timings });
  const browsers = new Map<Kind, Promise<Browser>>();
  return {
    demo,
    browser(kind) {
      const running = browsers.get(kind) ?? launch(kind);
      browsers.set(kind, running);
      return running;
    },
    async close() {
      for (const browser of browsers.values()) await (await browser).close();
      await demo.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
