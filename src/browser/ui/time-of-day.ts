/** Time of day as the person's own locale writes it, e.g. 14:05. */
export const timeOfDay = (at: number): string => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
