export const callWaitsForMicrophone = 'Your call is still up, but the browser asks for the microphone on each page. Choose “Allow on every visit” and this does not happen again.';
export const allowAndContinue = 'Allow microphone and continue the call';
