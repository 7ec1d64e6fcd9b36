import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** Settings → Sound and devices, in a tab of the app. */
export async function soundSettings(app: Page): Promise<Locator> {
  await app.getByRole('link', { name: 'Settings' }).click();
  const section = app.getByRole('region', { name: 'Devices', exact: true });
  await section.waitFor();
  return section;
}

/** Labels of the microphones that send in these pages; they watch their peers. */
async function sending(pages: readonly Page[]): Promise<string[]> {
  const labels = await Promise.all(pages.map((page) => page.evaluate(() =>
    (window as unknown as { watchedPeers: RTCPeerConnection[] }).watchedPeers
      .filter(({ connectionState }) => connectionState !== 'closed')
      .flatMap((peer) => peer.getSenders().flatMap(({ track }) => (track?.readyState === 'live' ? [track.label] : []))),
  )));
  return labels.flat();
}

/** Whether the call's only microphone is this one. */
export const speaksInto = (pages: readonly Page[], label: string): Promise<unknown> =>
  until(`the call’s microphone is ${label}`, async () => {
    const labels = await sending(pages);
    return labels.length === 1 && labels[0] === label;
  });
