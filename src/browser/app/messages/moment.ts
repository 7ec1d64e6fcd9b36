const dayOf = (at: number): string => new Date(at).toDateString();

/** In the list: the time of today's messages, the day of older ones. */
export const shortMoment = (at: number, now = Date.now()): string =>
  dayOf(at) === dayOf(now) ? new Date(at).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' }) : new Date(at).toLocaleDateString([], { month: 'short', day: 'numeric', ...(new Date(at).getFullYear() !== new Date(now).getFullYear() && { year: 'numeric' }) });

/** Between messages of different days. */
export const dayLine = (at: number, now = Date.now()): string =>
  dayOf(at) === dayOf(now) ? 'Today' : dayOf(at) === dayOf(now - 24 * 3600_000) ? 'Yesterday' : new Date(at).toLocaleDateString([], { weekday: 'long', month: 'long', day: 'numeric', ...(new Date(at).getFullYear() !== new Date(now).getFullYear() && { year: 'numeric' }) });

export const sameDay = (a: number, b: number): boolean => dayOf(a) === dayOf(b);
