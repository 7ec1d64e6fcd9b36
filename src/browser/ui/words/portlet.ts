export const recentCallsWord = 'Recent calls';
export const openPhone = 'Open the phone';
export const noCallsYet = 'Calls you make and receive appear here once they are logged.';
export const recentCallsHidden = 'Your role may not see phone calls or may not run queries, so they are not listed here. Your administrator can give it the permissions Phone Calls and SuiteAnalytics Workbook.';
export const recentCallsFailed = 'NetSuite could not list the recent calls this time. Reload the page; if that does not help, tell your administrator.';
