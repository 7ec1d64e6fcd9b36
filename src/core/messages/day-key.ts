/** What one phone call of texts is made for: one user, one conversation, one day, in a group text one of those in it. */
export interface TextDayKey {
  extensionId: string;
  conversationId: string;
  /** `2026-11-23`, in the organizer's zone. */
  day: string;
  /** Of a group text: `customer-1207`; null where there is one other side, or nobody in the group is known. */
  person: string | null;
}

/** What names a day of a conversation beside the extension; stands in the record's own field. */
export const conversationDay = ({ conversationId, day, person }: Omit<TextDayKey, 'extensionId'>): string => [conversationId, day, ...(person === null ? [] : [person])].join(':');

/** External id of the phone call: NetSuite keeps it unique per record type, which settles every race. */
export const textDayId = (extensionId: string, conversationDayName: string): string => `rcns:text:${extensionId}:${conversationDayName}`;

/** External id of one message's own record. */
export const messageKey = ({ extensionId, messageId }: { extensionId: string; messageId: string }): string => `rcns:message:${extensionId}:${messageId}`;
