import type { LineView } from '../windows/line-client.ts';

/** Whether the line has something to show that the bar alone cannot. */
export function wantsPanel(view: LineView): boolean {
  const state = view.reach === 'here' ? view.state : view.reach === 'restarting' ? view.last : null;
  return state !== null && (state.calls.length > 0 || state.queuedDial !== null);
}
