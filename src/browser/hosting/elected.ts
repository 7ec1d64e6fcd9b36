import type { Boot } from '../../wire/session/boot.ts';
import type { LinePort, WindowEnvironment } from '../environment/window-environment.ts';
import type { LineModule } from './hosted-line.ts';
import { createHost } from './host.ts';
import { createPipe, knock, openDoor } from './pair.ts';

declare const __RCNS_VERSION__: string;
declare const __RCNS_PROTOCOL__: string;

export interface CandidacyTools {
  boot: Boot;
  environment: WindowEnvironment;
  /** Elected, and the line's script cannot be loaded. */
  onFailed(): void;
}

/** This window's part in electing the one that runs the line; whoever is elected loads the line's script. */
export function createCandidacy({ boot, environment, onFailed }: CandidacyTools) {
  const lineId = environment.newId();
  const host = createHost({
    environment,
    offer: { version: __RCNS_VERSION__, protocol: __RCNS_PROTOCOL__, at: { in: 'window', lineId } },
    async open(first, events) {
      const line = (await environment.loadModule(boot.urls.line)) as LineModule;
      // Deploying replaces what lies behind an address: an old page may get a newer script.
      if (line.protocol !== __RCNS_PROTOCOL__) throw new Error('the line’s script is of another version');
      return line.openLine(first, events);
    },
    onFailed,
  });
  const closeDoor = openDoor(environment.openChannel, lineId, host.connect);
  return {
    /** This window's own end of the line, should it run here. */
    connect(): LinePort {
      const { outer, inner } = createPipe();
      host.connect(inner);
      return outer;
    },
    /** No candidate any more; a line that runs here ends where it stands. */
    close(): void {
      host.close();
      closeDoor();
    },
  };
}
export type Candidacy = ReturnType<typeof createCandidacy>;

/** This window's end of the line that runs in another one. */
export const joinWindow = ({ openChannel, newId }: Pick<WindowEnvironment, 'openChannel' | 'newId'>, lineId: string): LinePort => knock(openChannel, newId, lineId);

/** What dist/elected.js offers. */
export interface ElectedModule { createCandidacy(tools: CandidacyTools): Candidacy; joinWindow: typeof joinWindow }
