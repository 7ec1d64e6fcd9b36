import type { Account } from '../account/account.ts';
import type { Records } from '../account/records.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { WsTokens } from '../gateway/ws-tokens.ts';
import type { Messages } from '../messages/messages.ts';
import type { Telephony } from '../telephony/contract.ts';
import type { CallLog } from '../call-log/call-log.ts';
import { callControlOperations } from './call-control.ts';
import { callLogOperations } from './call-log.ts';
import { callLogSyncOperations } from './call-log-sync.ts';
import { directoryOperation } from './directory.ts';
import { extensionOperations } from './extension.ts';
import { messageOperations } from './messages.ts';
import { numberParserOperation } from './number-parser.ts';
import type { Operation } from './operation.ts';
import { phoneNumberOperations } from './phone-numbers.ts';
import { presenceOperations } from './presence.ts';
import type { Presence } from './presence-state.ts';
import { recordingOperations } from './recording.ts';
import { sipProvisionOperation, type KeptCredential } from './sip-provision.ts';
import { smsOperations } from './sms.ts';
import { subscriptionOperations } from './subscription.ts';
import { telephonySessionOperations } from './telephony-sessions.ts';
import { wsTokenOperation } from './ws-token.ts';

/** Every REST operation that this simulator answers; a new one is a new line here. */
export function createOperations(tools: {
  account: Account; telephony: Telephony; presence: Presence; gateway: Gateway; callLog: CallLog; wsTokens: WsTokens;
  messages: Messages; mayReadOthers: () => boolean; credentials: Records<KeptCredential>; now: () => number; outboundProxy: (origin: string) => string;
}): Operation[] {
  return [
    ...extensionOperations(tools.account),
    directoryOperation(tools.account),
    ...phoneNumberOperations(tools.account),
    numberParserOperation(),
    ...presenceOperations(tools.account, tools.presence),
    ...telephonySessionOperations(tools.telephony),
    ...callControlOperations(tools.telephony),
    ...callLogOperations(tools),
    ...callLogSyncOperations(tools),
    ...recordingOperations(tools),
    ...smsOperations(tools),
    ...messageOperations(tools),
    ...subscriptionOperations(tools),
    wsTokenOperation(tools.wsTokens),
    sipProvisionOperation(tools),
  ];
}
