import type { PersonRef } from '../../core/people/person.ts';
import type { CommandResult } from '../../wire/line/commands.ts';
import type { Boot } from '../../wire/session/boot.ts';
import type { LineClient } from '../windows/line-client.ts';
import type { Fold } from './fold.ts';
import type { PhoneField } from './phone-fields.ts';

/** What dist/panel.js offers; loaded when the dock's bar is not enough. */
export interface PanelModule { createPanel(tools: PanelTools): Panel }

export interface PanelTools {
  client: LineClient;
  urls: Boot['urls'];
  /** By an address of ours. */
  loadModule(url: string): Promise<unknown>;
  fold: Fold;
  places: DockPlaces;
  /** Numbers of the record whose fields were not found in the page. */
  unplaced: readonly PhoneField[];
  person: PersonRef | null;
}

/** Where the panel puts what it shows. */
export interface DockPlaces {
  root: ShadowRoot;
  /** Above the bar. */
  content: HTMLElement;
  /** Inside the bar, after the connection: the call that has no card. */
  barCall: HTMLElement;
  /** A live region that was there before its text. */
  announcement: HTMLElement;
}

/** Follows the line by itself. */
export interface Panel {
  /** Words what became of a number that was dialled on the page; a success takes back what was said before. */
  tell(result: CommandResult): void;
}
