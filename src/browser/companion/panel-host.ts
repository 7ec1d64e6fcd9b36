import type { CommandResult } from '../../wire/line/commands.ts';
import type { Panel } from './panel-module.ts';

export interface PanelHostTools {
  load(): Promise<Panel>;
  /** Asked again at every update. */
  wanted(): boolean;
  show(place: PanelPlace): void;
}

export type PanelPlace = 'absent' | 'loading' | 'failed' | 'here';

/**
 * Loads the panel when it is first wanted, and never lets go of it:
 *
 *   absent ──▶ loading ──▶ here
 *     ▲           │
 *     └── failed ◀┘    by a retry, a new wish, or when nothing wants it any more
 */
export function createPanelHost({ load, wanted, show }: PanelHostTools) {
  let place: PanelPlace = 'absent';
  let panel: Panel | null = null;
  /** Waits for the panel to word it. */
  let refusal: CommandResult | null = null;

  const move = (next: PanelPlace): void => {
    if (place === next) return;
    place = next;
    show(place);
  };
  async function bring(): Promise<void> {
    move('loading');
    try {
      panel = await load();
    } catch {
      move('failed');
      return;
    }
    move('here');
    if (refusal) panel.tell(refusal);
    refusal = null;
  }
  /** To be called whenever something that decides has changed. */
  function update(): void {
    const wish = wanted() || refusal !== null;
    if (place === 'failed' && !wish) move('absent');
    if (place === 'absent' && wish) void bring();
  }

  return {
    update,
    retry(): void {
      if (place !== 'failed') return;
      move('absent');
      update();
    },
    tell(result: CommandResult): void {
      if (panel) panel.tell(result);
      else if (result.done) refusal = null;
      else {
        refusal = result;
        if (place === 'failed') move('absent');
      }
      update();
    },
  };
}
