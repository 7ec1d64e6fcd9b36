export const recentCallsWord = 'Recent calls';
export const openPhone = 'Open the phone';
export const noCallsYet = 'Calls you make and receive appear here once they are logged.';
export const recentCallsHidden = 'Your role may not see phone calls, so they are not listed here.';
