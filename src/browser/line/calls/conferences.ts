import * as v from 'valibot';
import { RestFailure, type Rest } from '../oauth/rest.ts';

const account = '/restapi/v1.0/account/~';
/** It is dialled: nothing that would end the address. */
const Opened = v.object({ session: v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,200}$/)), voiceCallToken: v.pipe(v.string(), v.regex(/^conf_\w{1,500}$/)) }) });

/** Our own party of a call. */
export interface OwnParty { telephonySessionId: string; partyId: string }

/** Sessions of three and more at RingCentral. Each verb throws RestFailure. */
export function createConferences({ rest }: { rest(): Pick<Rest, 'post'> | null }) {
  const post = (path: string, body?: unknown): Promise<unknown> => {
    const current = rest();
    if (!current) throw new RestFailure('signed-out', 0, null);
    return current.post(`${account}${path}`, body);
  };
  return {
    /** A session that waits some seconds for its host to dial the token. */
    async open(): Promise<{ telephonySessionId: string; token: string }> {
      const opened = v.safeParse(Opened, await post('/telephony/conference'));
      if (!opened.success) throw new RestFailure('network', 0, null);
      return { telephonySessionId: opened.output.session.id, token: opened.output.session.voiceCallToken };
    },
    /** The other side of a call of ours leaves it for the conference; RingCentral hangs up our leg of that call. */
    async bringIn(conference: string, { telephonySessionId, partyId }: OwnParty): Promise<void> {
      await post(`/telephony/sessions/${encodeURIComponent(conference)}/parties/bring-in`, { sessionId: telephonySessionId, partyId });
    },
  };
}

export type Conferences = ReturnType<typeof createConferences>;
