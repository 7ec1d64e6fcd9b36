import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../emulators/demo/demo.ts';
import { seededFolder } from '../../scripts/seeded.ts';
import { launch, type Kind } from './browsers.ts';

/** One worker's world: a pair of stand-ins on free ports with a copy of the seeded state, and a browser of each kind. */
export interface World {
  demo: Demo;
  browser(kind: Kind): Promise<Browser>;
}

let opened: Promise<World> | null = null;
const closers: (() => Promise<unknown> | void)[] = [];

async function open(): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rcns-journeys-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(await seededFolder(), folder, { recursive: true });
  const demo = await startDemo({ projectFolder: process.cwd(), dataFolder: folder, netsuitePort: 0, ringcentralPort: 0, companyCard: 'filled-in', timings: journeyTimings });
  closers.push(() => demo.close());
  const browsers = new Map<Kind, Promise<Browser>>();
  closers.push(async () => {
    for (const browser of browsers.values()) await (await browser).close();
  });
  return {
    demo,
    browser(kind) {
      const running = browsers.get(kind) ?? launch(kind);
      browsers.set(kind, running);
      return running;
    },
  };
}

/** Short delays of the line, through the script parameter that production leaves empty. */
export const journeyTimings = {
  gatewayRetryMs: 200,
  sipRetryMs: 200,
  signInWindowGraceMs: 600,
  logAfterByeMs: 300,
  stableAfterFlickerMs: 1500,
  retryLogMs: 300,
};

export const world = (): Promise<World> => (opened ??= open());

after(async () => {
  for (const close of closers.reverse()) await close();
});
