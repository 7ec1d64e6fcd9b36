const centers = [
  'ACCOUNTCENTER', 'BASIC', 'EMPLOYEE', 'ENGINEERCENTER', 'EXECUTIVE', 'HR', 'MARKETCENTER', 'OFFLINESALESCENTER', 'PARTNERCENTER', 'PROJECTCENTER',
  'SALESCENTER', 'SHIPPINGCENTER', 'STOREMANAGER', 'SUPPORTCENTER', 'SYSADMINCENTER',
];
const tabs = ['LISTS', 'ACTIVITIES', 'SETUP', 'CUSTOMERS', 'LEADS', 'OPPORTUNITIES', 'CASES', 'SUPPORT', 'REPORTS', 'CUSTOMIZATION', 'DOCUMENTS', 'TRANSACTIONS'];

/** Where a Suitelet's own link stands: the category names centre, tab and section in one word, such as BASICLISTSCUSTOM. */
export function menuPlace(category: string): { center: string; label: string } {
  const center = centers.find((each) => category.startsWith(each));
  const tab = tabs.find((each) => category.slice(center?.length ?? 0).startsWith(each)) ?? 'SCRIPTS';
  return { center: center ?? 'ALL', label: `${tab.charAt(0)}${tab.slice(1).toLowerCase()}` };
}
