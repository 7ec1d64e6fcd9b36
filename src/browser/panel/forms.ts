import type { CallForms } from '../ui/control/call-forms.tsx';
import { CallsElsewhere } from '../ui/calls-elsewhere.tsx';
import { ConsultActions } from '../ui/control/consult-actions.tsx';
import { IncomingMore } from '../ui/control/incoming-more.tsx';
import { MoreActions } from '../ui/control/more-actions.tsx';
import { TransferForm } from '../ui/control/transfer-form.tsx';
import { addDrawings } from '../ui/icon.tsx';
import { LostNotes } from '../ui/lost-notes.tsx';
import { ParkedCalls } from '../ui/parked-calls.tsx';
import { CallRecord } from '../record/call-record.tsx';
import { rarerDrawings } from '../ui/rarer-drawings.ts';
import { Details } from './details.tsx';
import type { PanelPart } from './panel-part.ts';

declare const __RCNS_VERSION__: string;
export const version = __RCNS_VERSION__;

addDrawings(rarerDrawings);

export const forms: CallForms = { TransferForm, MoreActions, IncomingMore, ConsultActions, CallRecord };
export { CallsElsewhere, Details, LostNotes, ParkedCalls };

/** What dist/forms.js offers. */
export interface CallFormsPart extends PanelPart {
  forms: CallForms;
  CallsElsewhere: typeof CallsElsewhere;
  Details: typeof Details;
  LostNotes: typeof LostNotes;
  ParkedCalls: typeof ParkedCalls;
}
