export const systemDevice = 'As this computer chooses';
export const deviceAway = 'Chosen device, not plugged in now';
export const namesHidden = 'The browser names microphones and speakers only after it may use the microphone.';
export const showNames = 'Show device names';
export const namesRefused = 'The browser blocks the microphone for this site. Allow it in the address bar and try again.';
export const speakersHidden = 'This browser does not let a page choose the speaker. Sound comes from the one this computer uses.';
