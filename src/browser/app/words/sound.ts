import type { Preferences } from '../../../wire/line/preferences.ts';

export const systemDevice = 'As this computer chooses';
export const deviceAway = 'Chosen device, not plugged in now';
export const namesHidden = 'The browser names microphones and speakers only after it may use the microphone.';
export const showNames = 'Show device names';
export const namesRefused = 'The browser blocks the microphone for this site. Allow it in the address bar and try again.';
export const speakersHidden = 'This browser does not let a page choose the speaker. Sound comes from the one this computer uses.';
export const ringWords = 'Ring when a call comes in';
export const textSoundToo = 'A text makes a short sound, unless you are on a call.';
export const ringtoneWords: Record<Preferences['ringtone'], string> = { classic: 'Classic', soft: 'Soft', chime: 'Chime' };
export const listen = 'Listen';
export const notifyWords = 'Notify me of calls and texts while no page of the phone is in view';
export const notificationsBlocked = 'The browser blocks notifications for this site. Allow them at the left end of the address bar.';
