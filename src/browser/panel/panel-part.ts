import { systemClock, within } from '../environment/clock.ts';
import { lent } from './lent.ts';

declare const __RCNS_VERSION__: string;

/** A part of the panel in a file of its own (scripts/entries.ts, `panel-part`). What it keeps, it keeps by hooks. */
export interface PanelPart { version: string }
type Loaded = { default(borrowed: typeof lent): unknown };

/** Nobody who has pressed a button is kept waiting longer. */
const loadingMs = 8_000;

/** 'replaced': another version was deployed over it, which only a reload can use. 'failed': worth another try. */
export async function loadPanelPart<Part extends PanelPart>(load: () => Promise<unknown>): Promise<Part | 'failed' | 'replaced'> {
  try {
    const part = ((await within(systemClock, loadingMs, 'module', load())) as Loaded).default(lent) as Part;
    return part.version === __RCNS_VERSION__ ? part : 'replaced';
  } catch {
    return 'failed';
  }
}
