import type { NewKind } from '../../../wire/people/choose.ts';

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

export const createWords: Record<NewKind, string> = { contact: 'Create contact', lead: 'Create lead' };
export const linkToRecord = 'Link to a record';
export const alreadyThere: Record<NewKind, string> = {
  contact: 'Somebody like this is in NetSuite already. Choose one of them, or create the contact all the same.',
  lead: 'Somebody like this is in NetSuite already. Choose one of them, or create the lead all the same.',
};
export const createAlthough = 'Create all the same';
/** Reloading, the usual answer to a request that was not understood, would lose what is typed. */
export const checkEntries = 'Something here cannot be right. Check the phone number and the email address.';
export const netSuitesForm = 'NetSuite’s own form may ask for more than this one:';
export const noneFound = 'Nobody of this name. Only people whom your role may see are found.';
export const searching = 'Searching…';
export const othersWithNumber = 'Others who have this number';
export const earlierCalls = (count: number): string => `${counted(count, 'earlier call')} of this number ${count === 1 ? 'is' : 'are'} linked to nobody.`;
export const linkEarlier = (count: number, name: string): string => (count === 1 ? `Link it to ${name}` : `Link them to ${name}`);
export const linkedWords = (count: number, name: string): string => `${counted(count, 'call')} linked to ${name}.`;
export const keptWords = (count: number): string => `${counted(count, 'call')} could not be changed: somebody may be working on ${count === 1 ? 'it' : 'them'}, or your role may not.`;
export const unlinkedTitle = 'Calls linked to nobody';
export const noneUnlinked = 'Every call of yours that has a number is linked to somebody.';
export const unlinkedLine = (count: number, day: string): string => `${counted(count, 'call')}, last on ${day}`;
