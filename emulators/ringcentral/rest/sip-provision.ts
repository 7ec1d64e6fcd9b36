import { randomBytes, randomInt } from 'node:crypto';
import type { Account } from '../account/account.ts';
import type { Records } from '../account/records.ts';
import { json } from '../http/answer.ts';
import { invalidParameter, PlatformError } from '../http/platform-error.ts';
import type { SipCredential, Telephony } from '../telephony/contract.ts';
import { extensionUri } from './extension.ts';
import type { Operation } from './operation.ts';

/** Credentials kept per extension; clients cache theirs for weeks, so old ones must go on working over restarts. */
const keptCredentials = 50;

/** A credential with the time it was made, epoch milliseconds. */
export interface KeptCredential { credential: SipCredential; madeAt: number }

/** POST /restapi/v1.0/client-info/sip-provision (ringcentral.md 2.5): a new authorizationId with every call. */
export function sipProvisionOperation(tools: {
  account: Account; telephony: Telephony; credentials: Records<KeptCredential>; now: () => number;
  /** Where SIP over WebSocket listens, for a client that reached us under this origin: `host:port`. */
  outboundProxy: (origin: string) => string;
}): Operation {
  const { account, credentials } = tools;

  function newCredential(extensionId: string, extensionNumber: string): SipCredential {
    const own = credentials.all().filter((kept) => kept.credential.extensionId === extensionId).sort((a, b) => a.madeAt - b.madeAt);
    for (const oldest of own.slice(0, Math.max(0, own.length - keptCredentials + 1))) credentials.remove(oldest.credential.authorizationId);
    const credential: SipCredential = {
      authorizationId: `80${randomInt(1_000_000_000, 9_999_999_999)}`, username: `${account.mainNumber.replace('+', '')}*${extensionNumber}`,
      password: randomBytes(12).toString('base64url'), extensionId,
    };
    credentials.put(credential.authorizationId, { credential, madeAt: tools.now() });
    tools.telephony.acceptCredential(credential);
    return credential;
  }

  return {
    method: 'POST', template: '/restapi/v1.0/client-info/sip-provision', group: 'Heavy', scope: 'VoipCalling',
    answer(call) {
      const asked = call.object()['sipInfo'];
      if (!Array.isArray(asked) || !asked.every((one: unknown) => typeof one === 'object' && one !== null && 'transport' in one && one.transport === 'WSS')) {
        throw invalidParameter('sipInfo.transport');
      }
      const { caller, origin } = call;
      if (!caller.features.webPhone) throw new PlatformError(403, 'BIL-103', 'Feature [WebPhone] is not available');
      const { authorizationId, username, password } = newCredential(caller.id, caller.extensionNumber);
      const proxy = tools.outboundProxy(origin);
      const [line] = caller.features.digitalLine ? caller.phoneNumbers : [];
      return json({
        device: {
          id: authorizationId, uri: `${origin}/restapi/v1.0/account/${account.accountId}/device/${authorizationId}`, type: 'WebPhone', status: 'Online', name: 'Web phone',
          extension: { id: Number(caller.id), uri: extensionUri(origin, account.accountId, caller.id), extensionNumber: caller.extensionNumber },
          phoneLines: line ? [{ id: `${authorizationId}1`, lineType: 'Standalone', phoneInfo: { phoneNumber: line, usageType: 'DirectNumber', type: 'VoiceFax', paymentType: 'Local' } }] : [],
        },
        sipInfo: [{
          transport: 'WSS', username, password, authorizationTypes: ['SipDigest'], authorizationId, domain: account.domain,
          outboundProxy: proxy, outboundProxyBackup: proxy, stunServers: [],
        }],
        sipFlags: { voipFeatureEnabled: true, voipCountryBlocked: false, outboundCallsEnabled: caller.features.digitalLine, dscpEnabled: false, dscpSignaling: 26, dscpVoice: 46, dscpVideo: 34 },
        sipErrorCodes: [], pollingInterval: 86_400_000,
      });
    },
  };
}
