import type { Said } from './harbor.ts';

export interface TextsSaid extends Said { textResults?: { messageId: string | null; status: string; record: number | null; code: string | null; detail: string | null }[] }

export const dana = { number: '+12075550134', name: 'Dana Whitfield' };
export const maria = { number: '+14155550131', name: 'Maria Santos' };

/** A message as the line logs it; a test changes what it is about. */
export const textLog = (messageId: string, conversationId: string, more: object = {}) => ({
  messageId, extensionId: '310001', conversationId, direction: 'Inbound', from: dana, to: [maria], ours: maria.number, at: '2026-11-20T22:32:00.000Z',
  text: 'Can you deliver on Friday?', attachments: [], delivery: 'Received', reason: null, person: null, organizer: null, ...more,
});
