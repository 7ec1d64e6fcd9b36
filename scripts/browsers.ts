import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

export interface BrowserFound { kind: 'chromium' | 'firefox'; executablePath: string; /** false: a headless shell which blocks no pop-up and shows no notification. */ full: boolean; env: Record<string, string> }

const firstThere = (paths: (string | undefined)[]): string | null => paths.find((each): each is string => each !== undefined && existsSync(each)) ?? null;

/** A path from the environment, an installed Chrome, Edge or Chromium, then the headless Chromium inside the npm package. */
export async function findChromium(): Promise<BrowserFound | null> {
  const installed = firstThere([
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ]);
  if (installed) return { kind: 'chromium', executablePath: installed, full: true, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  return packagedChromium();
}

/** It unpacks to a fixed name under the folder for temporary files, and brings libraries that only it may see. */
async function packagedChromium(): Promise<BrowserFound | null> {
  const folder = path.resolve('.cache', 'chromium');
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const libraries = await inflate(path.resolve('node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'));
    return { kind: 'chromium', executablePath, full: false, env: { LD_LIBRARY_PATH: path.join(libraries, 'lib') } };
  } catch {
    return null;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Stock Firefox ESR; the driver's own build is not needed. */
export function findFirefox(): BrowserFound | null {
  const executablePath = firstThere([process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr']);
  return executablePath ? { kind: 'firefox', executablePath, full: true, env: {} } : null;
}
