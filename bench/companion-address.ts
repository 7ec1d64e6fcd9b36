import type { Page } from 'playwright-core';

/** Where this record page has its companion from: the emulator's page tells its loader. */
export const companionAddress = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { clientModules } = JSON.parse(document.getElementById('netsuite-page')?.textContent ?? '{}') as { clientModules?: { moduleId: string; url: string }[] };
    const module = clientModules?.find(({ moduleId }) => /\bcompanion(\.js)?$/.test(moduleId));
    if (!module) throw new Error('This page has no companion.');
    return new URL(module.url, location.href).href;
  });
