import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { chromiumArgs, found } from './browsers.ts';

/** A Chromium started as a person's is: none of the switches with which drivers change page cache, focus and sound. */
export interface OwnBrowser {
  profile: string;
  /** Another tab, with nobody at its wheel. */
  open(address: string): Promise<unknown>;
  /** Takes the wheel without changing anything about the pages. */
  drive(): Promise<Browser>;
  close(): Promise<void>;
}

const devTools = /DevTools listening on (ws:\S+)/;

/** `proxy`: every request goes through it, those to this computer too. */
export async function startOwnBrowser({ profile = mkdtempSync(path.join(tmpdir(), 'rcns-own-')), proxy, more = [] }: { profile?: string; proxy?: string; more?: string[] } = {}): Promise<OwnBrowser> {
  const { executablePath, env } = await found('chromium');
  const viaProxy = proxy === undefined ? [] : [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'];
  const running = spawn(executablePath, [...chromiumArgs, '--headless=new', '--no-default-browser-check', ...more, `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...viaProxy, 'about:blank'], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const endpoint = new Promise<string>((resolve, reject) => {
    let said = '';
    running.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString('utf8')).slice(-10_000);
      const [, address] = devTools.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    running.once('exit', () => reject(new Error('The browser did not start.')));
  });
  let driver: Browser | null = null;
  const close = async (): Promise<void> => {
    await driver?.close();
    if (running.exitCode === null && running.signalCode === null) {
      running.kill();
      await once(running, 'exit');
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  await endpoint.catch(async (failure: unknown) => {
    await close();
    throw failure;
  });
  return {
    profile,
    async open(address) {
      const { host } = new URL(await endpoint);
      return fetch(`http://${host}/json/new?${encodeURIComponent(address)}`, { method: 'PUT' });
    },
    async drive() {
      driver = await chromium.connectOverCDP(await endpoint, { noDefaults: true });
      return driver;
    },
    close,
  };
}
