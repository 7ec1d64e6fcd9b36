import { dialable } from '../../../core/numbers/dialable.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import type { AudioDevices } from '../../../wire/line/media.ts';
import type { DialQueue } from '../calls/dial-queue.ts';
import type { LastDialled } from '../calls/last-dialled.ts';
import { isParkPlace } from '../calls/parked-calls.ts';
import { done, refused, refusalOf } from '../calls/refusal.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { UserPreferences } from '../preferences/preferences.ts';
import type { CallsOfUser } from './calls-of-user.ts';
import type { TextLine } from '../text-line.ts';
import { createPressedOnce } from './pressed-once.ts';
import type { RingCentralAccount } from './ringcentral-account.ts';

export interface UserCommandTools {
  ringCentral: RingCentralAccount;
  connection: ConnectionState;
  userCalls: CallsOfUser;
  dialQueue: DialQueue;
  lastDialled: Pick<LastDialled, 'remember'>;
  outbox: Pick<Outbox, 'tryAll' | 'sendAgain' | 'discard'>;
  preferences: Pick<UserPreferences, 'change' | 'current'>;
  texts: Pick<TextLine, 'order'>;
  /** Calls that are up go over to the devices chosen now. */
  followDevices(before: AudioDevices): Promise<void>;
  /** Every part that waits for its next try does it now. */
  tryNow(): void;
}

/** What people ask of the line, each answered once: done, or a typed refusal. */
export function createUserCommands({ ringCentral, connection, userCalls, dialQueue, lastDialled, outbox, preferences, texts, followDevices, tryNow }: UserCommandTools) {
  const { calls } = userCalls;

  async function dial(windowId: string, command: Extract<Command, { name: 'dial' }>): Promise<CommandResult> {
    if (!dialable(command.number)) return refused('not-a-number');
    if (!connection.isSignedIn()) return refused(ringCentral.company()?.setUp === false ? 'not-set-up' : 'not-connected');
    lastDialled.remember(command.number);
    const order = { number: command.number, person: command.person, windowId };
    const phone = ringCentral.readyPhone();
    // A call goes on without the phone for a while; a second one would wait unseen beside it.
    if (!phone && userCalls.isBusy()) return refused('wrong-moment');
    // A blocked microphone may have been allowed meanwhile: then the phone is there, and the call will tell.
    if (phone) return userCalls.place(phone, order);
    const refusal = connection.phoneRefusal();
    if (refusal !== null) return refused('ringcentral-refused', refusal);
    dialQueue.wait(order);
    return done();
  }

  async function perform(windowId: string, command: Command): Promise<CommandResult> {
    switch (command.name) {
      case 'begin-sign-in': {
        // Pressed before NetSuite has told of the company: the window is open already, and waits.
        if (ringCentral.company() === null) await ringCentral.companyRead();
        if (connection.isSignedIn()) return refused('wrong-moment');
        const url = await (await ringCentral.signIn.get()).begin();
        if (url !== null) return done({ url });
        return refused(ringCentral.company() === null ? 'failed' : 'not-set-up', 'company');
      }
      case 'sign-in-window-closed':
        (await ringCentral.signIn.get()).windowClosed();
        return done();
      case 'sign-in-window-blocked':
        (await ringCentral.signIn.get()).windowBlocked();
        return done();
      case 'disconnect':
        if (calls.live().length > 0 && !command.evenDuringCall) return refused('call-is-up');
        await ringCentral.disconnect();
        return done();
      case 'dial':
        return dial(windowId, command);
      case 'retry-dial':
        if (userCalls.isBusy()) return refused('busy');
        return dialQueue.retry() ? done() : refused('wrong-moment');
      case 'forget-dial':
        dialQueue.forget();
        return done();
      case 'company-changed':
        await ringCentral.readCompany();
        outbox.tryAll();
        return done();
      case 'send-again':
        return outbox.sendAgain(command.draft, command.correction) ? done() : refused('wrong-moment');
      case 'discard':
        return outbox.discard(command.draft) ? done() : refused('wrong-moment');
      case 'pick-up': {
        const phone = ringCentral.readyPhone();
        if (!phone) return refused('not-connected');
        return isParkPlace(command.orbit) ? userCalls.place(phone, { number: command.orbit, person: null, windowId }) : refused('not-a-number');
      }
      case 'join-calls':
        return (await userCalls.orders.get()).join(windowId, command.callId, command.other);
      case 'switch-here':
        return (await userCalls.orders.get()).switchHere(windowId, command.telephonySessionId);
      case 'prefer': {
        const before = preferences.current();
        if (!(await preferences.change(command.change))) return refused('failed', 'preferences');
        await followDevices(before);
        return done();
      }
      case 'set-presence': {
        const presence = ringCentral.presence();
        if (!presence) return refused('not-connected');
        return (await presence.change(command.change)) ? done() : refused('ringcentral-refused');
      }
      case 'watch-colleagues': {
        const colleagues = ringCentral.colleagues();
        if (!colleagues) return refused('not-connected');
        (await colleagues.get()).watch();
        return done();
      }
      case 'texts':
        return texts.order(command.order);
      case 'try-now':
        tryNow();
        return done();
      default:
        return userCalls.command(windowId, command);
    }
  }

  return createPressedOnce((windowId, command) => perform(windowId, command).catch(refusalOf));
}
