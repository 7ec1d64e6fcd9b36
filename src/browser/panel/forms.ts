import type { CallForms } from '../ui/control/call-forms.tsx';
import { IncomingMore } from '../ui/control/incoming-more.tsx';
import { MoreActions } from '../ui/control/more-actions.tsx';
import { TransferForm } from '../ui/control/transfer-form.tsx';
import type { PanelPart } from './panel-part.ts';

declare const __RCNS_VERSION__: string;
export const version = __RCNS_VERSION__;

export const forms: CallForms = { TransferForm, MoreActions, IncomingMore };

/** What dist/forms.js offers. */
export interface CallFormsPart extends PanelPart { forms: CallForms }
