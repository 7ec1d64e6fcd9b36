export const soundLocked = 'You would not hear a call ring: the browser keeps this site silent until you click. One click anywhere is enough.';
export const turnOnSound = 'Turn on sound';
export const microphoneNotAsked = 'The browser has not been asked for the microphone yet. Allow it now, so that your first call does not have to wait.';
export const allowMicrophone = 'Allow microphone';
export const notificationsOff = 'Be told of calls and texts while you work in another window.';
export const turnOnNotifications = 'Turn on notifications';
export const notNow = 'Not now';
