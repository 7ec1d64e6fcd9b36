import { chipView } from '../ui/chip-view.ts';
import type { Line } from '../ui/line.ts';
import type { BannerKind } from './choose-banners.ts';
import type { Screen } from './screens.ts';

/** Banners that say themselves why the phone cannot be used. */
const explaining: readonly BannerKind[] = ['microphone-blocked', 'reconnect', 'finish-setup', 'connect'];

/** Why the header's chip is not green, in full; nothing where Settings or a banner says it, or while the phone starts. */
export function StateNote({ line, banners, screen }: { line: Line; banners: readonly BannerKind[]; screen: Screen }) {
  const view = chipView(line.view.value);
  if (screen === 'settings' || view.pulsing || view.details.length === 0 || banners.some((kind) => explaining.includes(kind))) return null;
  return <p class={`state-note ${view.tone}`} role="status"><b>{view.label}.</b> {view.details.join(' ')}</p>;
}
