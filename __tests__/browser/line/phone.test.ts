import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import { createPhone, type PhoneNews } from '../../../src/browser/line/sip/phone.ts';
import { createProvision, ProvisionRefused } from '../../../src/browser/line/sip/provision.ts';
import { SipRefused, SipUnanswered } from '../../../src/browser/line/sip/sip-failure.ts';
import type { SipPhone } from '../../../src/browser/line/sip/sip-phone.ts';
import { createFakeEnvironment } from './fakes.ts';
import { settled } from './hand-clock.ts';
import { sipInfo } from './sip-server.ts';

function open() {
  const fakes = createFakeEnvironment();
  const news: PhoneNews[] = [];
  const registrations: boolean[] = [];
  const failures: number[] = [];
  let provisioned = 0;
  let opened = 0;
  let answer: () => Promise<void> = async () => undefined;
  let provision: () => Promise<typeof sipInfo> = async () => sipInfo;
  let lose = (): void => undefined;
  const phone = createPhone({
    environment: fakes.environment,
    timings: { sipRetryMs: 2_000, longestRetryMs: 60_000, refusedRetryMs: 120_000 },
    provision: { read: () => { provisioned += 1; return provision(); }, forget: async () => undefined },
    open: (_info, onLost) => {
      opened += 1;
      lose = onLost;
      return { register: (backup: boolean) => { registrations.push(backup); return answer(); }, calls: () => [], call: () => undefined, dial: async () => undefined, dispose: async () => undefined } as unknown as SipPhone;
    },
    onNews: (each) => news.push(each),
    onTryFailed: (status) => failures.push(status),
    onBack: () => undefined,
  });
  return { ...fakes, phone, news, failures, registrations, answer: (next: () => Promise<void>) => (answer = next), provision: (next: () => Promise<typeof sipInfo>) => (provision = next), lose: () => lose(), counts: () => ({ provisioned, opened }) };
}
const refuse = (status: string) => () => Promise.reject(new SipRefused(`SIP/2.0 ${status}`));

describe('the phone', () => {
  it('is up when registered, and ready to dial', async () => {
    const line = open();
    line.phone.start();
    await settled();
    expect(line.news).toEqual([{ is: 'starting' }, { is: 'up' }]);
    expect(line.phone.ready()).not.toBeNull();
  });

  it('registers again by itself after a drop, as the same phone', async () => {
    const line = open();
    line.phone.start();
    await settled();
    line.lose();
    expect([line.news.at(-1), line.phone.ready()]).toEqual([{ is: 'down' }, null]);
    await line.clock.pass(2_000);
    expect(line.news.at(-1)).toEqual({ is: 'up' });
    expect(line.counts()).toEqual({ provisioned: 1, opened: 1 });
  });

  it('waits longer with each failure, and tries the other proxy from the fourth', async () => {
    const line = open();
    line.answer(() => Promise.reject(new SipUnanswered('closed')));
    line.phone.start();
    await settled();
    await line.clock.pass(2_000 + 4_000 + 8_000);
    expect(line.registrations).toEqual([false, false, false, true]);
  });

  it('tries at once when the computer is online again', async () => {
    const line = open();
    line.answer(() => Promise.reject(new SipUnanswered('closed')));
    line.phone.start();
    await settled();
    line.answer(async () => undefined);
    line.goOnline();
    await settled();
    expect(line.news.at(-1)).toEqual({ is: 'up' });
  });

  it('tells with which status a try failed', async () => {
    const line = open();
    line.answer(refuse('503 Service Unavailable'));
    line.phone.start();
    await settled();
    line.answer(() => Promise.reject(new SipUnanswered('closed')));
    await line.clock.pass(2_000);
    expect(line.failures).toEqual([503, 0]);
  });

  it('does not wait for its next try when somebody asks for it: too many phones may be fewer now', async () => {
    const line = open();
    line.answer(refuse('603 Too Many Contacts'));
    line.phone.start();
    await settled();
    expect(line.news.at(-1)).toEqual({ is: 'refused', cause: 'too-many-phones' });
    line.answer(async () => undefined);
    line.phone.tryNow();
    await settled();
    expect(line.news.at(-1)).toEqual({ is: 'up' });
    const tries = line.registrations.length;
    line.phone.tryNow();
    await settled();
    expect(line.registrations).toHaveLength(tries);
  });

  it('does not come back by being tried once it was put away', async () => {
    const line = open();
    line.phone.start();
    await settled();
    await line.phone.stop();
    const tries = line.registrations.length;
    line.phone.tryNow();
    await settled();
    expect(line.registrations).toHaveLength(tries);
  });

  it('says that the feature is off, and asks again two minutes later', async () => {
    const line = open();
    line.provision(() => Promise.reject(new ProvisionRefused('webphone-off')));
    line.phone.start();
    await settled();
    expect(line.news.at(-1)).toEqual({ is: 'refused', cause: 'webphone-off' });
    line.provision(async () => sipInfo);
    await line.clock.pass(120_000);
    expect(line.news.at(-1)).toEqual({ is: 'up' });
  });

  it('says that too many phones are registered', async () => {
    const line = open();
    line.answer(refuse('603 Too Many Contacts'));
    line.phone.start();
    await settled();
    expect(line.news.at(-1)).toEqual({ is: 'refused', cause: 'too-many-phones' });
  });

  it('asks for a new identity once when the old one is refused, and says so if that helps nothing', async () => {
    const line = open();
    line.answer(refuse('403 Forbidden'));
    line.phone.start();
    await settled();
    expect(line.counts()).toEqual({ provisioned: 2, opened: 2 });
    expect(line.news.at(-1)).toEqual({ is: 'refused', cause: 'phone-refused' });
  });

  it('counts RingCentral’s own trouble as a drop, not as a refusal', async () => {
    const line = open();
    line.answer(refuse('503 Service Unavailable'));
    line.phone.start();
    await settled();
    expect(line.news.at(-1)).toEqual({ is: 'down' });
  });

  it('is still after stop', async () => {
    const line = open();
    line.answer(() => Promise.reject(new SipUnanswered('closed')));
    line.phone.start();
    await settled();
    await line.phone.stop();
    await line.clock.pass(300_000);
    expect([line.registrations.length, line.clock.waiting()]).toEqual([1, 0]);
  });
});

describe('sip-provision', () => {
  const answer = { sipInfo: [{ ...sipInfo, transport: 'WSS', stunServers: [] }], device: { id: '1' }, sipFlags: {} };
  const ask = (post: () => Promise<unknown>) => {
    const { sealed } = createFakeEnvironment();
    let asked = 0;
    const provision = createProvision({ rest: { get: () => Promise.reject(new Error('not asked')), post: () => { asked += 1; return post(); }, put: async () => undefined }, sealed, name: 'sip' });
    return { provision, asked: () => asked };
  };

  it('is asked once and kept: each answer would be another phone', async () => {
    const { provision, asked } = ask(async () => answer);
    expect(await provision.read()).toEqual(sipInfo);
    await provision.read();
    expect(asked()).toBe(1);
    await provision.forget();
    await provision.read();
    expect(asked()).toBe(2);
  });

  it.each([
    ['the feature is off', new RestFailure('refused', 403, 'BIL-103'), { reason: 'webphone-off' }],
    ['a permission is missing', new RestFailure('refused', 403, 'CMN-401'), { reason: 'phone-refused' }],
    ['RingCentral is in trouble', new RestFailure('network', 503, null), { kind: 'network' }],
  ])('tells whose move it is: %s', async (_why, failure, told) => {
    await expect(ask(() => Promise.reject(failure)).provision.read()).rejects.toMatchObject(told);
  });
});
