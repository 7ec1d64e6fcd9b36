import * as v from 'valibot';
import type { NoCallsCause } from '../../../core/connections/status.ts';
import type { Rest } from '../oauth/rest.ts';
import { RestFailure } from '../oauth/rest.ts';
import type { Sealed } from '../store/sealed.ts';
import type { SipInfo } from './sip-info.ts';

/** RingCentral does not give this user a web phone; `reason` says why, in our closed list. */
export class ProvisionRefused extends Error {
  readonly reason: NoCallsCause;
  constructor(reason: NoCallsCause) {
    super(`no web phone: ${reason}`);
    this.name = 'ProvisionRefused';
    this.reason = reason;
  }
}

const text = v.pipe(v.string(), v.maxLength(500));
const Answer = v.object({
  sipInfo: v.pipe(
    v.array(
      v.object({
        authorizationId: text,
        username: text,
        password: text,
        domain: text,
        outboundProxy: text,
        outboundProxyBackup: v.optional(text, ''),
        stunServers: v.optional(v.array(text), []),
      }),
    ),
    v.minLength(1),
  ),
});
const Kept = v.object({ sipInfo: Answer.entries.sipInfo.pipe[0].item });

/** BIL-103: Feature [WebPhone] is not available. */
const featureIsOff = 'BIL-103';

export interface ProvisionTools { rest: Rest; sealed: Sealed; name: string }

/**
 * The phone's identity at RingCentral. Every request makes a new one (and a new device), so the answer is kept, sealed,
 * until RingCentral refuses to register it.
 */
export function createProvision({ rest, sealed, name }: ProvisionTools) {
  return {
    async read(): Promise<SipInfo> {
      const kept = v.safeParse(Kept, await sealed.read(name));
      if (kept.success) return kept.output.sipInfo;
      try {
        const answer = v.parse(Answer, await rest.post('/restapi/v1.0/client-info/sip-provision', { sipInfo: [{ transport: 'WSS' }] }));
        const sipInfo = answer.sipInfo[0] as SipInfo;
        await sealed.write(name, { sipInfo });
        return sipInfo;
      } catch (failure) {
        if (failure instanceof RestFailure && failure.kind === 'refused') throw new ProvisionRefused(failure.code === featureIsOff ? 'webphone-off' : 'phone-refused');
        throw failure;
      }
    },
    forget: (): Promise<void> => sealed.delete(name),
  };
}

export type Provision = ReturnType<typeof createProvision>;
