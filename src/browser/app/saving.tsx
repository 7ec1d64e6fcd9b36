import { useState } from 'preact/hooks';
import type { NetSuiteFailure } from '../netsuite/failure.ts';
import { answered } from './answered.ts';
import { failureWords } from './words/netsuite.ts';

/** How far a change is on its way to NetSuite. */
export type Saving = { step: 'editing' } | { step: 'saving' } | { step: 'saved' } | { step: 'failed'; failure: NetSuiteFailure };

/** Sends one change at a time and knows how it went. */
export function useSaving() {
  const [saving, setSaving] = useState<Saving>({ step: 'editing' });
  return {
    saving,
    isBusy: saving.step === 'saving',
    /** Something was typed: what was said of the last try no longer holds. */
    edited: (): void => setSaving({ step: 'editing' }),
    /** null: it failed. */
    async send<T>(request: () => Promise<T>): Promise<T | null> {
      setSaving({ step: 'saving' });
      const answer = await answered(request());
      setSaving(answer.ok ? { step: 'saved' } : { step: 'failed', failure: answer.failure });
      return answer.ok ? answer.value : null;
    },
  };
}

export interface SavingWordsProps {
  saving: Saving;
  /** Instead of `Saving…` and `Saved`. */
  busy?: string;
  done?: string;
  /** Words for a failure that this form knows better than others; null: the usual ones. */
  worded?: (failure: NetSuiteFailure) => string | null;
}

/** What became of a change, beside its button. */
export function SavingWords({ saving, busy = 'Saving…', done = 'Saved', worded = () => null }: SavingWordsProps) {
  const words = saving.step === 'saving' ? busy : saving.step === 'saved' ? done : saving.step === 'failed' ? (worded(saving.failure) ?? failureWords(saving.failure)) : '';
  return <p class={saving.step === 'failed' ? 'said' : saving.step === 'saved' ? 'good' : 'quiet'} role="status">{words}</p>;
}
