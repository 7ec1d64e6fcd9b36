/** A phone call of this user as its row in the dashboard's portlet says it. */
export interface RecentCall {
  /** Internal id of the phone call. */
  record: number;
  title: string;
  /** Its day, as NetSuite writes days for this user. */
  day: string;
}

/** What the portlet's server part found: the role may not see phone calls, or NetSuite did not answer this time. */
export type RecentCalls = readonly RecentCall[] | 'hidden' | 'failed';

/** Ids of the portlet's own element, and of the JSON script element with its RecentCalls. */
export const portletElementId = 'rcns-portlet';
export const recentCallsElementId = 'rcns-recent-calls';

/** As many as a portlet shows without scrolling. */
export const mostRecentCalls = 8;
