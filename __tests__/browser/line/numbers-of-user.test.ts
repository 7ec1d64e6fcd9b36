import { createMe } from '../../../src/browser/line/account/me.ts';
import { createLastDialled } from '../../../src/browser/line/calls/last-dialled.ts';
import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import { createMemoryStore, createPlainSealed } from './fakes.ts';
import { createHandClock, settled } from './hand-clock.ts';

const own = '/restapi/v1.0/account/~/extension/~';
const dayMs = 86_400_000;

function open() {
  const clock = createHandClock();
  const sealed = createPlainSealed(createMemoryStore());
  const asked: string[] = [];
  let reachable = true;
  const answers: Record<string, unknown> = {
    [own]: { id: 801776004, extensionNumber: '101', name: 'Dana Whitfield' },
    [`${own}/phone-number`]: {
      records: [
        { phoneNumber: '+16505550101', usageType: 'DirectNumber', features: ['CallerId', 'SmsSender'] },
        { phoneNumber: '+16505550100', usageType: 'MainCompanyNumber', features: ['CallerId'] },
        { phoneNumber: '+16505550107', label: 'Spring campaign', usageType: 'DirectNumber', features: ['CallerId'] },
        { phoneNumber: '+16505550199', usageType: 'DirectNumber', features: ['FaxSender'] },
        { phoneNumber: '+1650555\r\nX-Evil: 1', usageType: 'DirectNumber', features: ['CallerId'] },
      ],
    },
  };
  const rest = { get: async (path: string) => { asked.push(path); if (!reachable) throw new RestFailure('network', 0, null); return answers[path]; } };
  const make = () => createMe({ rest, sealed, name: 'me', clock });
  return { clock, asked, answers, make, cut: () => (reachable = false) };
}

describe('who is signed in', () => {
  it('may show those of their numbers which RingCentral allows as caller ID', async () => {
    const { callerIds, me } = await open().make().read();
    expect(callerIds).toEqual([
      { number: '+16505550101', label: 'Direct number' },
      { number: '+16505550100', label: 'Company number' },
      { number: '+16505550107', label: 'Spring campaign' },
    ]);
    expect(me).toMatchObject({ name: 'Dana Whitfield', extensionId: '801776004', extensionNumber: '101' });
  });

  it('is known at the next start without a request', async () => {
    const line = open();
    const first = await line.make().read();
    expect(await line.make().read()).toEqual(first);
    expect(line.asked).toHaveLength(2);
  });

  it('is asked anew after a day, for numbers come and go', async () => {
    const line = open();
    await line.make().read();
    line.answers[`${own}/phone-number`] = { records: [{ phoneNumber: '+16505550142', usageType: 'DirectNumber', features: ['CallerId'] }] };
    await line.clock.pass(dayMs);
    expect((await line.make().read()).callerIds).toEqual([{ number: '+16505550142', label: 'Direct number' }]);
  });

  it('stays known while RingCentral cannot be reached', async () => {
    const line = open();
    const first = await line.make().read();
    await line.clock.pass(dayMs);
    line.cut();
    expect(await line.make().read()).toEqual(first);
  });
});

describe('the number dialled last', () => {
  const last = async (sealed = createPlainSealed(createMemoryStore())) => {
    let changes = 0;
    const dialled = createLastDialled({ sealed, name: 'last', onChange: () => (changes += 1) });
    await settled(3);
    return { dialled, sealed, changes: () => changes };
  };

  it('is told at once, as typed, and outlives the line', async () => {
    const first = await last();
    first.dialled.remember('(650) 555-0147 x12');
    expect([first.dialled.current(), first.changes()]).toEqual(['(650) 555-0147 x12', 1]);
    await settled(3);
    expect((await last(first.sealed)).dialled.current()).toBe('(650) 555-0147 x12');
  });

  it('is not replaced by an older one that is read late', async () => {
    const { sealed, dialled } = await last();
    dialled.remember('101');
    await settled(3);
    const next = createLastDialled({ sealed, name: 'last', onChange: () => undefined });
    next.remember('102');
    await settled(5);
    expect(next.current()).toBe('102');
  });

  it('is forgotten with the sign-in', async () => {
    const { sealed, dialled } = await last();
    dialled.remember('101');
    dialled.forget();
    await settled(5);
    expect([dialled.current(), (await last(sealed)).dialled.current()]).toEqual([null, null]);
  });
});
