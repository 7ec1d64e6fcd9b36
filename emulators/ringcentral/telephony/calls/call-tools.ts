import type { Directory, Extension, HowFarEndBehaves, PartyEnd, TelephonySessionEvent } from '../contract.ts';
import type { SoundClock } from '../media/clock.ts';
import type { Roads } from '../media/roads.ts';
import type { DialogTools, ReferralOutcome } from '../sip/dialog.ts';
import type { InfoCommand, InfoResult } from '../sip/info-command.ts';
import type { Registrar } from '../sip/registrar.ts';
import type { Referral } from '../sip/replaces.ts';
import type { Timings } from '../timings.ts';
import type { Call, Place } from './call.ts';

/** What a user's device can ask for in mid-call. */
export interface DeviceRequests {
  referred(place: Place, referral: Referral): ReferralOutcome;
  commanded(place: Place, command: InfoCommand): InfoResult;
  /** A ringing user sends the call to another number; false when it leads nowhere. */
  forwarded(place: Place, number: string): boolean;
}

/** What every kind of call is made with. */
export interface CallTools {
  dialogs: DialogTools;
  directory: Directory;
  registrar: Registrar;
  clock: SoundClock;
  roads: Roads;
  timings: Timings;
  requests: DeviceRequests;
  /** What a number outside does when it is rung. */
  behaviourOf(e164: string): HowFarEndBehaves;
  /** Every call that is up. */
  calls(): Call[];
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
