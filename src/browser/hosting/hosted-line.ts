import type { ToLine, ToWindow } from '../../wire/line/messages.ts';
import type { Boot } from '../../wire/session/boot.ts';

/** The line's end of a window's channel. */
export interface IncomingPort {
  post(message: ToWindow): void;
  onMessage(listener: (message: ToLine) => void): void;
  close(): void;
}

/** A line as its host sees it. */
export interface HostedLine {
  connect(port: IncomingPort): void;
  /** A call is up, or not yet ready to be logged: it is not to be put away now. */
  isBusy(): boolean;
  /** Nobody could hear a call. */
  isAlone(): boolean;
  /** A newer line waits for this one to be free. */
  newerWaits(): void;
  /** Unregisters, closes its sockets, and settles when nothing of it is left to write. */
  leave(): Promise<void>;
  /** Ends at once and where it stands, as in a crash: no call is hung up, and the next line may go on with it. */
  sever(): void;
}

export interface LineEvents {
  /** `isBusy` or `isAlone` may have another answer. */
  onChange(): void;
  /** Somebody else uses this browser's phone now. */
  onReplaced(): void;
}

/** What dist/line.js offers to a window; in a SharedWorker it begins by itself. */
export interface LineModule {
  /** `LineOffer.protocol` of this script. */
  protocol: string;
  openLine(boot: Boot, events: LineEvents): Promise<HostedLine>;
}
