import { findChromium, findFirefox } from '../../scripts/browsers.ts';

/** What a journey walks in: our headless Chromium will do; Firefox; or a Chromium that blocks pop-ups as a person's does. */
export type Needs = 'chromium' | 'firefox' | 'full-chromium';

const chromium = await findChromium();
const firefox = findFirefox();

/** Why a journey is left out on this machine; null: it is walked. The gate of CI refuses to start instead. */
export function leftOut(needs: Needs): string | null {
  if (!chromium) return 'no Chromium here';
  if (needs === 'firefox' && !firefox) return 'no Firefox ESR here';
  if (needs === 'full-chromium' && !chromium.full) return 'the packaged headless Chromium blocks no pop-up: install Chrome, Edge or Chromium';
  return null;
}
