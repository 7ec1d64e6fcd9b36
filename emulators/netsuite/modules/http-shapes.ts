/** A piece of text sent out by a script: plain, or with API secrets that the main thread puts in. */
export type OutgoingText = string | { secure: SecureStep[]; base: string };

/** What a SecureString does to its text, in order, where the script cannot see it. */
export type SecureStep =
  | { step: 'append'; text: OutgoingText }
  | { step: 'convert'; from: string; to: string }
  | { step: 'replace'; pattern: string; replacement: string };

export interface HttpQuestion {
  method: string;
  url: OutgoingText;
  headers: Record<string, OutgoingText>;
  body: OutgoingText | null;
}

export interface HttpAnswer { code: number; headers: Record<string, string>; body: string }
