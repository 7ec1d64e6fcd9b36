import { type Browser, chromium, type Page } from 'playwright-core';
import { renderPage } from '../../../emulators/netsuite/pages/render.ts';
import type { FormPageModel, PageModel, PageRequest } from '../../../emulators/netsuite/pages/model.ts';
import { findChromium } from '../../../scripts/browsers.ts';
import { createPageServer, type PageServer } from './page-server.ts';

/** A browser in front of the emulator's pages. */
export interface Viewer {
  server: PageServer;
  /** Opens a page at /page; `errors` fills with what reaches the console as an uncaught error. */
  open(model: PageModel, request?: Partial<PageRequest>): Promise<Page & { errors: Error[] }>;
  openText(text: string): Promise<Page & { errors: Error[] }>;
  /** Puts a client script into the File Cabinet and says how a page attaches it. */
  attach(name: string, source: string, different?: Partial<FormPageModel['clientModules'][number]>): FormPageModel['clientModules'][number];
  close(): Promise<void>;
}

export async function createViewer(width = 1280): Promise<Viewer> {
  const found = await findChromium();
  if (!found) throw new Error('No Chromium here');
  const server = await createPageServer();
  const browser: Browser = await chromium.launch({ executablePath: found.executablePath, args: ['--no-sandbox'], env: { ...process.env, ...found.env } as Record<string, string> });

  const openText: Viewer['openText'] = async (text) => {
    server.put('/page', text);
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    page.setDefaultTimeout(5_000);
    const errors: Error[] = [];
    page.on('pageerror', (error) => { errors.push(error); });
    await page.goto(`${server.origin}/page`);
    return Object.assign(page, { errors });
  };

  return {
    server,
    openText,
    open: (model, request = {}) => openText(renderPage(model, { csrf: 'token-of-nora', url: '/page', ...request })),
    attach(name, source, different = {}) {
      const url = `/core/media/media.nl?id=${encodeURIComponent(name)}&c=TSTDRV2104477&h=1f&_xt=.js`;
      server.put(url, source, 'text/javascript');
      return { moduleId: `/SuiteScripts/desk/${name}`, url, events: false, scriptId: null, deploymentId: null, ...different };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
