import { createContext, type ComponentChild } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { Boot } from '../../../wire/session/boot.ts';
import { Button } from '../button.tsx';
import type { ReadonlySignal } from '../signals.ts';
import { loadingForms, tryAgain } from '../words/control.ts';
import { newerDeployed, refusalWords } from '../words/refusal.ts';
import type { ConsultActions } from './consult-actions.tsx';
import type { CallRecord } from '../../record/call-record.tsx';
import type { IncomingMore } from './incoming-more.tsx';
import type { MoreActions } from './more-actions.tsx';
import type { TransferForm } from './transfer-form.tsx';

/** What opens under a call's buttons, and most calls never need. */
export interface CallForms { TransferForm: typeof TransferForm; MoreActions: typeof MoreActions; IncomingMore: typeof IncomingMore; ConsultActions: typeof ConsultActions; CallRecord: typeof CallRecord }

export type CallFormsNow = { are: 'here'; forms: CallForms } | { are: 'absent' | 'loading' | 'failed' | 'replaced' };

/** Where they come from: the phone app has them, a record page loads them when the first one is opened. */
export interface CallFormsSource {
  readonly now: ReadonlySignal<CallFormsNow>;
  /** Where forms that ask NetSuite ask. */
  readonly urls: Boot['urls'];
  /** Again where that has failed; nothing where they are here or on their way. */
  load(): void;
}
export const CallFormsContext = createContext<CallFormsSource | null>(null);

export function WithForms({ children }: { children: (forms: CallForms, urls: Boot['urls']) => ComponentChild }) {
  const source = useContext(CallFormsContext);
  useEffect(() => source?.load(), []);
  if (!source) return null;
  const now = source.now.value;
  switch (now.are) {
    case 'here': return <>{children(now.forms, source.urls)}</>;
    case 'failed': return <div class="said"><p role="alert">{refusalWords['not-loaded']}</p><Button onClick={() => source.load()}>{tryAgain}</Button></div>;
    case 'replaced': return <p class="call-line" role="alert">{newerDeployed}</p>;
    default: return <p class="call-line" role="status">{loadingForms}</p>;
  }
}
