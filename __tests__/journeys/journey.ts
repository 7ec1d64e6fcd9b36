import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import type { Kind } from './browsers.ts';
import { leftOut, type Needs } from './needs.ts';
import { someoneAt, type Someone } from './steps/someone.ts';
import { world, type World } from './world.ts';

export interface Story extends World {
  /** A person of the demo at a fresh browser profile, signed in to NetSuite. */
  someone(email: string, options?: { browser?: Kind; context?: BrowserContext }): Promise<Someone>;
  /** A figure for whoever reads the run; nothing depends on it. */
  notes(line: string): void;
  /** Runs at the end, whatever happened. */
  afterwards(undo: () => Promise<unknown> | void): void;
}

const folder = path.resolve('test-results', 'failed-journeys');

/** Firefox counts what a page's policy blocks among its errors, such as the icon it looks for by itself. */
const blockedByPolicy = 'Content-Security-Policy';

/** A user story walked through the front door. When it fails, the last screens and what the pages complained about are kept. */
export function journey(name: string, walk: (story: Story) => Promise<void>, options: { needs?: Needs } = {}): void {
  const skip = leftOut(options.needs ?? 'chromium') ?? false;
  test(name, { timeout: 90_000, skip }, async (context) => {
    const here = await world();
    const people: Someone[] = [];
    const undos: (() => Promise<unknown> | void)[] = [];
    try {
      await walk({
        ...here,
        async someone(email, { browser = 'chromium', context } = {}) {
          const person = await someoneAt(here, email, browser, context);
          people.push(person);
          return person;
        },
        notes: (line) => context.diagnostic(line),
        afterwards: (undo) => undos.push(undo),
      });
      const uncaught = people.flatMap((person) => person.complaints()).filter((line) => line.startsWith('uncaught') && !line.includes(blockedByPolicy));
      assert.deepEqual(uncaught, [], 'no page threw');
    } catch (failure) {
      await keep(name, people);
      throw failure;
    } finally {
      for (const person of people) await person.leaves();
      for (const undo of undos.reverse()) await undo();
      // Who closes the browser leaves the other side on the line: the next journey begins with nobody on it.
      const { telephony } = here.demo.ringcentral;
      for (const call of telephony.calls()) if (call.endedAt === null) telephony.callControl.dropSession(call.telephonySessionId);
      here.demo.netsuite.control.clearFaults();
      here.demo.ringcentral.control.clearRestFaults();
      here.demo.ringcentral.control.revokeTokens();
    }
  });
}

async function keep(name: string, people: Someone[]): Promise<void> {
  const base = name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80);
  mkdirSync(folder, { recursive: true });
  for (const [who, person] of people.entries()) {
    for (const [at, page] of person.context.pages().entries()) await page.screenshot({ path: path.join(folder, `${base}-${who}-${at}.png`), timeout: 5000 }).catch(() => undefined);
    writeFileSync(path.join(folder, `${base}-${who}.log`), person.complaints().map((line) => `${line}\n`).join(''));
  }
}
