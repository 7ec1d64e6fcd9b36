import type { Directory, Extension, PartyEnd, TelephonySessionEvent } from '../contract.ts';
import type { SoundClock } from '../media/clock.ts';
import type { DialogTools } from '../sip/dialog.ts';
import type { Registrar } from '../sip/registrar.ts';
import type { Timings } from '../timings.ts';

/** What every kind of call is made with. */
export interface CallTools {
  dialogs: DialogTools;
  directory: Directory;
  registrar: Registrar;
  clock: SoundClock;
  timings: Timings;
  now(): number;
  announce(event: TelephonySessionEvent): void;
  /** Something about this call looks different now. */
  changed(): void;
}

/** An extension as a party's end; `phoneNumber` is the one that shows. */
export const extensionEnd = (extension: Extension, phoneNumber?: string): PartyEnd => ({
  ...(phoneNumber === undefined ? {} : { phoneNumber }),
  name: extension.name,
  extensionId: extension.extensionId,
  extensionNumber: extension.extensionNumber,
});
