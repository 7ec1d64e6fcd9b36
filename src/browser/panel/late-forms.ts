import type { CallFormsNow, CallFormsSource } from '../ui/control/call-forms.tsx';
import { signal } from '../ui/signals.ts';
import type { CallFormsPart } from './forms.ts';
import { loadPanelPart } from './panel-part.ts';

/** The forms of a call, loaded when the first one is opened. */
export function createLateForms(load: () => Promise<unknown>): CallFormsSource {
  const now = signal<CallFormsNow>({ are: 'absent' });
  return {
    now,
    load(): void {
      if (now.value.are !== 'absent' && now.value.are !== 'failed') return;
      now.value = { are: 'loading' };
      void loadPanelPart<CallFormsPart>(load).then((part) => { now.value = typeof part === 'string' ? { are: part } : { are: 'here', forms: part.forms }; });
    },
  };
}
