import type { Directory, Extension, Target } from '../../contract.ts';
import { CallRefusal } from '../../contract.ts';
import { route } from '../route.ts';

/** Where a call goes when it is sent on. */
export type Onward =
  | { is: 'extension'; extension: Extension; dialled: string }
  | { is: 'outside'; e164: string }
  | { is: 'mailbox'; owner: Extension }
  | { is: 'orbit'; orbit: string };

const noTarget = (): CallRefusal => new CallRefusal('no such target', 'The target of the transfer is not found.');

/** What a phone wrote into Refer-To or an RC message. Throws CallRefusal. */
export function onwardOf(dialled: string, directory: Directory): Onward {
  const destination = route(dialled, directory);
  if (destination.is === 'extension' || destination.is === 'outside' || destination.is === 'orbit') return destination;
  if (destination.is === 'feature') throw new CallRefusal('not emulated', 'The simulator does not emulate transfers to this feature code.');
  throw noTarget();
}

/** What REST names. `voicemail` is the mailbox owner's extension id. Throws CallRefusal. */
export function onwardOfTarget(target: Target, directory: Directory): Onward {
  if ('phoneNumber' in target) return onwardOf(target.phoneNumber, directory);
  if ('parkOrbit' in target) {
    const destination = route(target.parkOrbit, directory);
    if (destination.is === 'orbit') return destination;
    throw noTarget();
  }
  const extension = 'extensionNumber' in target ? directory.byExtensionNumber(target.extensionNumber)
    : directory.byExtensionId('voicemail' in target ? target.voicemail : target.extensionId);
  if (!extension) throw noTarget();
  return 'voicemail' in target ? { is: 'mailbox', owner: extension } : { is: 'extension', extension, dialled: extension.extensionNumber };
}
