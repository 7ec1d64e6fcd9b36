/** Features of a base account; the account seed may switch each of them. */
export const standardFeatures: Record<string, boolean> = {
  SERVERSIDESCRIPTING: true, CUSTOMCODE: true, CUSTOMRECORDS: true, CRM: true, SUITEAPPDEVELOPMENTFRAMEWORK: true,
  SUBSIDIARIES: false, DEPARTMENTS: false, LOCATIONS: false, CLASSES: false, SUPPORT: false, OPPORTUNITIES: false, MULTILANGUAGE: false,
  TIMETRACKING: false, RESTWEBSERVICES: false, OAUTH2: false, TELEPHONY: false, INTERNATIONALPHONENUMBERS: false,
  JOBS: false, ACCOUNTING: true, MULTICURRENCY: false, TRANSACTIONS: true,
};
