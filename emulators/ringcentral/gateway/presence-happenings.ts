import type { Account } from '../account/account.ts';
import type { Presence } from '../rest/presence-state.ts';
import type { Telephony } from '../telephony/contract.ts';
import type { Happening } from './notification.ts';

type ListedCall = Record<string, unknown> & { partyId?: string };

/**
 * Watches choices and calls and tells when somebody's presence became another one. An ended call is listed one last time
 * with `telephonyStatus: NoCall` and `terminationType: final` (ringcentral.md 3.8).
 */
export function watchPresence(tools: { account: Account; presence: Presence; telephony: Telephony; tell: (happening: Happening) => void }): { close(): void } {
  const { account, presence, telephony, tell } = tools;
  const last = new Map<string, { text: string; calls: ListedCall[] }>();
  let sequence = 0;

  function look(extensionId: string): void {
    const body = presence.body(extensionId);
    const calls = presence.activeCalls(extensionId, true) as ListedCall[];
    const text = JSON.stringify([body, calls]);
    const before = last.get(extensionId);
    last.set(extensionId, { text, calls });
    if (before === undefined || before.text === text) return;
    const ended = before.calls.filter((call) => !calls.some(({ partyId }) => partyId === call.partyId))
      .map((call) => ({ ...call, telephonyStatus: 'NoCall', terminationType: 'final' }));
    sequence += 1;
    tell({ kind: 'presence', accountId: account.accountId, extensionId, body: { ...body, sequence }, activeCalls: [...calls, ...ended] });
  }
  const lookAtAll = (): void => {
    for (const user of account.users()) look(user.id);
  };

  lookAtAll();
  const stopCalls = telephony.onCallsChanged(lookAtAll);
  const stopChoices = presence.onChosen(look);
  return {
    close() {
      stopCalls();
      stopChoices();
    },
  };
}
