import type { CallFacts } from '../../core/calls/call.ts';
import type { Evidence } from '../../core/calls/live-call.ts';
import type { CallControl } from './state.ts';

/**
 * What a fresh line needs to go on with a call that is up: its SIP dialog, and what is known of it. Every window keeps
 * these, because a worker dies with its renderer, and in Firefox with the last page. Holds no secret.
 */
export interface DialogSnapshot {
  callId: string;
  /** From and To of our requests, with tags. */
  localPeer: string;
  remotePeer: string;
  direction: 'inbound' | 'outbound';
  /** Session id and version of our o= line; null when no description was sent. */
  origin: { session: string; version: number } | null;
  /** Highest sequence number that was sent. */
  cseq: number;
  facts: CallFacts;
  evidence: Evidence;
  /** What was done to it; what was under way is not gone on with. */
  control: Omit<CallControl, 'doing'>;
}
