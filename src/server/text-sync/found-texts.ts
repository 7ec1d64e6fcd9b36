import type { TextLog } from '../../wire/messages/log.ts';

/** Messages of one conversation and day on their way from getInputData to reduce, as text. */
export interface FoundTexts { extensionId: string; zone: string | null; logs: TextLog[] }

/** What became of them: those that NetSuite refused; `later`: some have to be read again. */
export interface LoggedTexts { extensionId: string; refused: { log: TextLog; code: string }[]; later: boolean }
