import * as v from 'valibot';
import type { LineState } from '../../../wire/line/state.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Rest } from '../oauth/rest.ts';
import type { Sealed } from '../store/sealed.ts';

export type Me = NonNullable<LineState['me']>;
export type CallerIds = LineState['callerIds'];

/** A user of RingCentral, the numbers they may show to whoever they call, and those they may text from. */
export interface Identity { me: Me; callerIds: CallerIds; senders: CallerIds }

const own = '/restapi/v1.0/account/~/extension/~';
/** Numbers change seldom: RingCentral is asked again after a day. */
const freshMs = 86_400_000;
const Extension = v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), extensionNumber: v.optional(v.string(), ''), name: v.optional(v.string(), '') });
/** It goes into a SIP header as it is. */
const PhoneNumber = v.pipe(v.string(), v.regex(/^\+?\d{3,15}$/));
const Numbers = v.object({
  records: v.array(v.object({ phoneNumber: v.optional(v.string(), ''), label: v.optional(v.string(), ''), usageType: v.optional(v.string(), ''), features: v.optional(v.array(v.string()), []) })),
});
const Kept = v.object({
  at: v.number(),
  me: v.object({ name: v.string(), extensionId: v.string(), extensionNumber: v.string(), numbers: v.array(v.string()) }),
  callerIds: v.array(v.object({ number: PhoneNumber, label: v.string() })),
  senders: v.array(v.object({ number: PhoneNumber, label: v.string() })),
});

const labels: Record<string, string> = { DirectNumber: 'Direct number', MainCompanyNumber: 'Company number', CompanyNumber: 'Company number', AdditionalCompanyNumber: 'Company number', ForwardedNumber: 'Forwarded number' };

export interface MeTools { rest: Pick<Rest, 'get'>; sealed: Sealed; name: string; clock: Pick<Clock, 'now'> }

/** Who is signed in at RingCentral; kept so that a start needs no request. */
export function createMe({ rest, sealed, name, clock }: MeTools) {
  async function ask(): Promise<Identity> {
    const extension = v.parse(Extension, await rest.get(own));
    const read = v.safeParse(Numbers, await rest.get(`${own}/phone-number`));
    const numbers = read.success ? read.output.records.filter(({ phoneNumber }) => phoneNumber !== '') : [];
    const withFeature = (feature: string): CallerIds =>
      numbers
        .filter(({ phoneNumber, features }) => features.includes(feature) && v.is(PhoneNumber, phoneNumber))
        .map(({ phoneNumber, label, usageType }) => ({ number: phoneNumber, label: (label || labels[usageType] || '').slice(0, 60) }));
    const identity = {
      me: { name: extension.name, extensionId: extension.id, extensionNumber: extension.extensionNumber, numbers: numbers.map(({ phoneNumber }) => phoneNumber) },
      callerIds: withFeature('CallerId'),
      senders: withFeature('SmsSender'),
    };
    await sealed.write(name, { at: clock.now(), ...identity });
    return identity;
  }
  return {
    /** Throws RestFailure when it is not known and RingCentral does not say. */
    async read(): Promise<Identity> {
      const kept = v.safeParse(Kept, await sealed.read(name));
      if (!kept.success) return ask();
      const { at, ...identity } = kept.output;
      return clock.now() - at < freshMs ? identity : ask().catch(() => identity);
    },
  };
}
