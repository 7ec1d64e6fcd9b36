import type { DialogSnapshot } from '../../wire/line/dialog.ts';
import type { WindowEnvironment } from '../environment/window-environment.ts';

const key = 'rcns-dialogs';

/** What this window keeps for the next line: in memory for when the worker dies, in the tab's session for when both do. */
export function createKeptDialogs(session: WindowEnvironment['session']) {
  let kept: unknown = session.read(key);
  return {
    keep(dialogs: DialogSnapshot[]): void {
      kept = dialogs;
      session.write(key, dialogs);
    },
    kept: (): unknown => kept,
  };
}
