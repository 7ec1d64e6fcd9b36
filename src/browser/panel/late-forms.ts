import type { ComponentChild } from 'preact';
import type { CallFormsNow, CallFormsSource } from '../ui/control/call-forms.tsx';
import { signal } from '../ui/signals.ts';
import type { CallFormsPart } from './forms.ts';
import { loadPanelPart } from './panel-part.ts';

/** What of the panel is loaded when it is first shown: a call's forms, and all that no call needs. */
export interface LateForms extends CallFormsSource {
  /** Draws with it; nothing before it is here. */
  with(draw: (part: CallFormsPart) => ComponentChild): ComponentChild;
}

export function createLateForms(load: () => Promise<unknown>, urls: CallFormsSource['urls']): LateForms {
  const now = signal<CallFormsNow>({ are: 'absent' });
  let here: CallFormsPart | null = null;
  return {
    now,
    urls,
    load(): void {
      if (now.value.are !== 'absent' && now.value.are !== 'failed') return;
      now.value = { are: 'loading' };
      void loadPanelPart<CallFormsPart>(load).then((part) => {
        if (typeof part !== 'string') here = part;
        now.value = typeof part === 'string' ? { are: part } : { are: 'here', forms: part.forms };
      });
    },
    with: (draw) => here && draw(here),
  };
}
