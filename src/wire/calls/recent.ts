/** A phone call of this user as its row in the dashboard's portlet says it. */
export interface RecentCall {
  /** Internal id of the phone call. */
  record: number;
  title: string;
  /** Its day, as NetSuite writes days for this user. */
  day: string;
}

/** Ids of the portlet's own element, and of the JSON script element with its calls: RecentCall[], or null where the role may not see them. */
export const portletElementId = 'rcns-portlet';
export const recentCallsElementId = 'rcns-recent-calls';

/** As many as a portlet shows without scrolling. */
export const mostRecentCalls = 8;
