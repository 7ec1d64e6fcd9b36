import type { CommandResult } from '../../wire/line/commands.ts';
import { windowEnvironment, type WindowEnvironment } from '../environment/window-environment.ts';
import type { LineClient } from './line-client.ts';

/** How often a sign-in window is asked whether it is closed. Reading `closed` is all a cross-origin window allows. */
const lookMs = 500;
const name = 'rcns-sign-in';
const features = 'popup,width=480,height=720';

/**
 * Opens RingCentral's sign-in window; call it directly inside the click, or browsers block it: the window opens empty
 * and gets its address when the line has made one. Settles with the line's answer to begin-sign-in (or why there is no
 * window); how the sign-in goes on is in the connection status.
 *
 * `closed` reads true at once when RingCentral's page cuts us off with Cross-Origin-Opener-Policy: so it is only
 * reported, and the line waits a while for a late answer.
 */
export async function openSignInWindow(client: LineClient, environment: Pick<WindowEnvironment, 'openPopUp' | 'clock'> = windowEnvironment(window)): Promise<CommandResult> {
  const popUp = environment.openPopUp(name, features);
  if (!popUp) {
    await client.command({ name: 'sign-in-window-blocked' });
    return { done: false, refusal: 'failed', detail: 'pop-up blocked' };
  }
  const result = await client.command({ name: 'begin-sign-in' });
  if (!result.done || result.value === null || !('url' in result.value)) {
    popUp.close();
    return result;
  }
  popUp.go(result.value.url);

  const look = (): void => {
    const view = client.view();
    const waiting = view.reach === 'here' && view.state.connection.state === 'connecting' && view.state.connection.step === 'sign-in-window';
    if (!waiting) return;
    if (popUp.looksClosed()) void client.command({ name: 'sign-in-window-closed' });
    else environment.clock.after(lookMs, look);
  };
  environment.clock.after(lookMs, look);
  return result;
}
