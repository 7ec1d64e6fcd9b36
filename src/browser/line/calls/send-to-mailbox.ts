import * as v from 'valibot';
import { within, type Clock } from '../../environment/clock.ts';
import { RestFailure, type Rest } from '../oauth/rest.ts';
import type { LineTimings } from '../timings.ts';

const account = '/restapi/v1.0/account/~';
const Extensions = v.object({ records: v.array(v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), extensionNumber: v.optional(v.string()) })) });

export interface SendToMailboxTools { /** null while not signed in. */ rest(): Pick<Rest, 'get' | 'post'> | null; clock: Clock; timings: Pick<LineTimings, 'sipAnswerMs'> }

/** Our party of a call, as RingCentral names it. */
export interface OwnParty { telephonySessionId: string; partyId: string }

/** Transfers a call into a colleague's mailbox; SIP has no words for that. Throws RestFailure or TimedOut. */
export function createSendToMailbox({ rest, clock, timings }: SendToMailboxTools) {
  const atMost = (work: Promise<unknown>): Promise<unknown> => within(clock, timings.sipAnswerMs, 'REST', work);

  const current = (): Pick<Rest, 'get' | 'post'> => {
    const signedIn = rest();
    if (!signedIn) throw new RestFailure('signed-out', 0, null);
    return signedIn;
  };

  async function mailboxOf(extensionNumber: string): Promise<string | null> {
    const read = v.safeParse(Extensions, await atMost(current().get(`${account}/extension?extensionNumber=${encodeURIComponent(extensionNumber)}`)));
    return (read.success ? read.output.records.find((each) => each.extensionNumber === extensionNumber)?.id : null) ?? null;
  }

  /** false: nobody of the company has this extension number. */
  return async ({ telephonySessionId, partyId }: OwnParty, extensionNumber: string): Promise<boolean> => {
    const voicemail = await mailboxOf(extensionNumber);
    if (voicemail === null) return false;
    await atMost(current().post(`${account}/telephony/sessions/${encodeURIComponent(telephonySessionId)}/parties/${encodeURIComponent(partyId)}/transfer`, { voicemail }));
    return true;
  };
}

export type SendToMailbox = ReturnType<typeof createSendToMailbox>;
