/** Apart from other words: a folded dock is on every record page. */
export const panelNotLoaded = 'The rest of the phone could not be loaded from NetSuite.';
export const tryAgain = 'Try again';
export const silentHint = 'Click once to hear calls';
