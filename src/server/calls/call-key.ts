import type { CallKey } from '../../core/calls/call.ts';

/** External id of a call's record: NetSuite keeps it unique per record type, which settles every race. */
export const externalIdOf = ({ telephonySessionId, extensionId }: CallKey): string => `rcns:${telephonySessionId}:${extensionId}`;
