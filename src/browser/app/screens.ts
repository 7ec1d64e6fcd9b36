export const screens = ['phone', 'settings'] as const;
export type Screen = (typeof screens)[number];

/** The screen lies in the address's hash, so that a link, a reload and the Back button find it; anything unknown is the home screen. */
export const screenOf = (hash: string): Screen => screens.find((screen) => hash === `#${screen}`) ?? 'phone';
