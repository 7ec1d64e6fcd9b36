/** How a call ended, in the words of the record and of every screen. */
export const outcomes = ['Completed', 'Missed', 'Voicemail', 'Declined', 'No answer', 'Busy', 'Failed'] as const;
export type Outcome = (typeof outcomes)[number];

export const directions = ['Inbound', 'Outbound'] as const;
export type Direction = (typeof directions)[number];
