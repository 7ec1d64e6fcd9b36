/** Screens for Company Admins, each with an address of its own. */
export const adminScreens = ['logging'] as const;
export type AdminScreen = (typeof adminScreens)[number];

export const adminTitles: Record<AdminScreen, string> = {
  logging: 'Logging',
};

/** What each is for, in a line. */
export const adminPurposes: Record<AdminScreen, string> = {
  logging: 'Which calls make records, and the dispositions people choose from.',
};

export const isAdminScreen = (screen: string): screen is AdminScreen => (adminScreens as readonly string[]).includes(screen);
