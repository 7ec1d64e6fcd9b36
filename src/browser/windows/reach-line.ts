import type { Boot } from '../../wire/session/boot.ts';
import type { LineAddress } from '../../wire/line/whereabouts.ts';
import type { LinePort, WindowEnvironment } from '../environment/window-environment.ts';
import type { Candidacy, ElectedModule } from '../hosting/elected.ts';

/** Ways from a window to the line: into a worker, or where there is none, to the window that is elected (that takes a module more). */
export function createReachLine(boot: Boot, environment: WindowEnvironment, failed: () => void) {
  let candidacy: Candidacy | null = null;
  const elected = (): Promise<ElectedModule> => environment.loadModule(boot.urls.elected) as Promise<ElectedModule>;
  const worker = (url: string, name: string): LinePort | null => environment.startWorker(url, name, failed);

  async function candidate(): Promise<LinePort> {
    const { createCandidacy } = await elected();
    candidacy ??= createCandidacy({ boot, environment, onFailed: failed });
    return candidacy.connect();
  }

  return {
    /** To the line of this window's own version, or to whoever knows where another one is. Rejects when a script cannot be loaded. */
    async own(): Promise<LinePort> {
      const port = boot.lineIn === 'window' ? null : worker(boot.urls.line, `rcns:${boot.account}:${boot.user.id}:${boot.version}`);
      return port ?? candidate();
    },
    /** To the line that another one has named. */
    async at(address: LineAddress): Promise<LinePort> {
      const port = address.in === 'worker' ? worker(address.url, address.name) : (await elected()).joinWindow(environment, address.lineId);
      return port ?? candidate();
    },
    /** A page that is put away must not hold what others wait for. True: it was a candidate, and what it had of the line is gone. */
    letGo(): boolean {
      const was = candidacy;
      candidacy = null;
      was?.close();
      return was !== null;
    },
  };
}
