import type { LineState } from '../../../wire/line/state.ts';
import type { CallsOfUser } from '../account/calls-of-user.ts';
import type { RingCentralAccount } from '../account/ringcentral-account.ts';
import type { DialQueue } from '../calls/dial-queue.ts';
import type { LastDialled } from '../calls/last-dialled.ts';
import type { ParkedCalls } from '../calls/parked-calls.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { Elsewhere } from '../elsewhere/elsewhere.ts';
import type { CallSound } from '../health/call-sound.ts';
import type { LineHealth } from '../health/line-health.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import type { MoveAudio } from '../media/move-audio.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { UserPreferences } from '../preferences/preferences.ts';
import type { RestoreCalls } from '../restore/restore-calls.ts';
import type { TextLine } from '../text-line.ts';
import type { Ringing } from '../ringing/ringing.ts';

/** The parts of a line that have something to say. */
export interface StateSources {
  version: string;
  newerDeployed: boolean;
  connection: ConnectionState;
  health: LineHealth;
  ringCentral: RingCentralAccount;
  userCalls: CallsOfUser;
  parked: ParkedCalls;
  elsewhere: Elsewhere;
  places: AudioPlaces;
  moveAudio: MoveAudio;
  restore: RestoreCalls;
  sound: CallSound;
  dialQueue: DialQueue;
  lastDialled: LastDialled;
  preferences: UserPreferences;
  ringing: Ringing;
  outbox: Outbox;
  texts: TextLine;
}

/** What every window shows, put together from the parts; decides nothing. */
export function readState({ version, newerDeployed, connection, health, ringCentral, userCalls, parked, elsewhere, places, moveAudio, restore, sound, dialQueue, lastDialled, preferences, ringing, outbox, texts }: StateSources): Omit<LineState, 'revision'> {
  const logged: LineState['logged'] = {};
  for (const { callId } of userCalls.calls.view()) {
    const far = outbox.logged(callId);
    if (far) logged[callId] = far;
  }
  return {
    version,
    newerDeployed,
    connection: connection.status(),
    abilities: connection.abilities(),
    health: health.view(),
    me: connection.isSignedIn() ? ringCentral.me() : null,
    calls: userCalls.calls.view(),
    controls: userCalls.controls.view(),
    parked: parked.view(),
    elsewhere: elsewhere.view(),
    mediaWindows: places.inUse(),
    movingAudio: [...moveAudio.moving(), ...restore.waiting().map(({ callId }) => callId)],
    restoringAudio: sound.restoring(),
    quality: sound.quality(),
    queuedDial: dialQueue.view(),
    lastDialled: lastDialled.current(),
    callerIds: ringCentral.callerIds(),
    preferences: preferences.current(),
    presence: ringCentral.presence()?.current() ?? null,
    colleagues: ringCentral.colleagues()?.here()?.current() ?? null,
    ringsIn: ringing.ringsIn(),
    notifiesIn: ringing.notifiesIn(),
    soundLocked: ringing.soundLocked(),
    texts: texts.counts(),
    unsent: outbox.unsent(),
    logged,
    leftOut: userCalls.leftOut(),
    dispositions: ringCentral.company()?.logging.dispositions ?? [],
    hasCallCard: ringCentral.company()?.hasCallCard === true,
    testServer: ringCentral.company()?.testServer === true,
  };
}
