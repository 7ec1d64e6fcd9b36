export const notLasting = 'This browser is not keeping anything: a private window, or no space left on this computer. Calls, notes and texts that NetSuite does not have yet are lost when the last page of NetSuite is closed.';
export const sessionEnded = 'Your NetSuite session has ended. Calls and notes are kept here and written to NetSuite once you have signed in again.';
