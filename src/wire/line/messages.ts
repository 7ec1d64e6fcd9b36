import type { Boot } from '../session/boot.ts';
import type { Command, CommandResult } from './commands.ts';
import type { DialogSnapshot } from './dialog.ts';
import type { MediaEvent, MediaReply, MediaRequest } from './media.ts';
import type { LineState } from './state.ts';
import type { LineOffer } from './whereabouts.ts';

/** Which kind of page a window is: audio goes to the pop-out where there is one, else the app is preferred where nobody clicked. `record`: a page of NetSuite with the companion. */
export type PageKind = 'app' | 'record' | 'pop-out';

/** Whether the browser plays sound in a window: `unknown` until it has been tried, in a page that was never in view for instance. */
export type Sound = 'unlocked' | 'locked' | 'unknown';

/** Window → line. A window takes its lock first and says hello inside the lock's callback. */
export type ToLine =
  | { kind: 'hello'; windowId: string; lock: string; page: PageKind; visible: boolean; sound: Sound; boot: Boot; /** `LineOffer.protocol` of the window. */ protocol: string; /** `LineOffer.madeAt` of the version that is greeted. */ madeAt: number; /** DialogSnapshot[] as this window kept them; read with care. */ dialogs: unknown; /** Calls whose audio it still has, from a line that died. */ carries: string[] }
  | { kind: 'visible'; visible: boolean }
  | { kind: 'sound'; sound: Sound }
  /** pagehide or freeze: the page may live on, in the back/forward cache or asleep, with its lock, so it says so. */
  | { kind: 'asleep' }
  | { kind: 'command'; id: string; command: Command }
  | { kind: 'media-reply'; id: string; reply: MediaReply }
  | { kind: 'media-event'; event: MediaEvent };

/** Line → window. */
export type ToWindow =
  /** Somebody else uses this browser's phone now. */
  | { kind: 'replaced' }
  /** The user's line is another one. */
  | { kind: 'moved'; to: LineOffer }
  /** Its own lock: when a window gets it, the line is dead. */
  | { kind: 'welcome'; lock: string; version: string }
  | { kind: 'state'; state: LineState }
  /** For the next line, should this one die. */
  | { kind: 'dialogs'; dialogs: DialogSnapshot[] }
  | { kind: 'command-result'; id: string; result: CommandResult }
  | { kind: 'media-request'; id: string; request: MediaRequest };

/** The redirect page hands `location.search` to the line over a BroadcastChannel of this name, one per account. */
export const signInChannel = (account: string): string => `rcns-sign-in:${account}`;
export interface SignInReturn { search: string }
