/** Where the emulator's own forms lead. The paths follow NetSuite's where these are public. */

/** GET: the sign-in page. */
export const SIGN_IN = '/pages/customerlogin.jsp';
/** POST: e-mail and password. */
export const SIGN_IN_ACTION = '/app/login/secure/enterpriselogin.nl';
/** GET: the choice of roles; POST: takes one, which ends the session of the role before. */
export const CHANGE_ROLE = '/app/login/secure/changerole.nl';
/** POST: ends the session. */
export const SIGN_OUT = '/app/login/secure/logout.nl';
/** GET: the home dashboard. */
export const HOME = '/app/center/card.nl?sc=-29';
