/** Screens for Company Admins, each with an address of its own. */
export const adminScreens = ['logging', 'call-card', 'sync', 'organizers', 'reports'] as const;
export type AdminScreen = (typeof adminScreens)[number];

export const adminTitles: Record<AdminScreen, string> = {
  logging: 'Logging',
  'call-card': 'Call Fields and Info Links',
  sync: 'RingCentral Call Sync',
  organizers: 'Organizer mapping',
  reports: 'Reports',
};

/** What each is for, in a line. */
export const adminPurposes: Record<AdminScreen, string> = {
  logging: 'Which calls make records, what becomes of pictures in texts, and the dispositions people choose from.',
  'call-card': 'What people see of the matched record in a call, and links to other systems.',
  sync: 'Logs calls while nobody has NetSuite open: connection, runs, back-fill, errors.',
  organizers: 'Whose phone call a RingCentral extension’s calls become.',
  reports: 'Calls per user and day, answer rate, talk time, unlinked calls.',
};

export const isAdminScreen = (screen: string): screen is AdminScreen => (adminScreens as readonly string[]).includes(screen);
