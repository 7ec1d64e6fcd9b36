import type { PopOutEnvironment, WindowPlace } from '../environment/pop-out-environment.ts';

const KEY = 'rcns-pop-out';

/** Room for a call's card with every button and its notes. */
const usual = { width: 400, height: 640 };
const smallest = { width: 320, height: 400 };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const between = (least: number, value: number, most: number): number => Math.round(Math.max(least, Math.min(value, most)));

/** What an earlier pop-out kept; anything of another shape is as good as nothing. */
function readPlace(kept: unknown): WindowPlace | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { left, top, width, height } = kept as Record<string, unknown>;
  return isNumber(left) && isNumber(top) && isNumber(width) && isNumber(height) ? { left, top, width, height } : null;
}

/** Where the pop-out opens: as the person left it, wholly on the screen; at first at the right edge, beside the page. */
export function popOutPlace({ lasting, screen }: Pick<PopOutEnvironment, 'lasting' | 'screen'>): WindowPlace {
  const area = screen();
  const kept = readPlace(lasting.read(KEY));
  const width = between(smallest.width, kept?.width ?? usual.width, area.width);
  const height = between(smallest.height, kept?.height ?? usual.height, area.height);
  return {
    width,
    height,
    left: between(area.left, kept?.left ?? area.left + area.width - width, area.left + Math.max(0, area.width - width)),
    top: between(area.top, kept?.top ?? area.top, area.top + Math.max(0, area.height - height)),
  };
}

/** In the pop-out itself: keeps where the person puts it. */
export function rememberPlace({ lasting, place, onPlaceChanged }: Pick<PopOutEnvironment, 'lasting' | 'place' | 'onPlaceChanged'>): void {
  onPlaceChanged(() => {
    const now = place();
    // A window on its way out may have no size any more.
    if (now.width > 0 && now.height > 0) lasting.write(KEY, now);
  });
}
