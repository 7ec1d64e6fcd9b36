import type { DialogSnapshot } from '../../../wire/line/dialog.ts';

/** A confirmed dialog, as far as it can be taken up by another phone. */
export type SipDialog = Omit<DialogSnapshot, 'facts' | 'evidence' | 'control'>;
