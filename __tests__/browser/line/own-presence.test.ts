import { RestFailure, type Rest } from '../../../src/browser/line/oauth/rest.ts';
import { createOwnPresence } from '../../../src/browser/line/presence/own-presence.ts';
import { settled } from './hand-clock.ts';

/** Kim Tran's presence at RingCentral, in a test's hands. */
function kims() {
  const atRingCentral = { dndStatus: 'TakeAllCalls', acceptCallQueueCalls: true, presenceStatus: 'Available', userStatus: 'Available', telephonyStatus: 'NoCall' };
  const asked: string[] = [];
  let refusal: RestFailure | null = null;
  let ignores = false;
  const rest: Rest = {
    get: async () => {
      asked.push('get');
      return { ...atRingCentral };
    },
    post: () => Promise.reject(new Error('nothing is posted here')),
    put: async (_path, body) => {
      asked.push('put');
      if (refusal) throw refusal;
      if (!ignores) Object.assign(atRingCentral, body);
      return { ...atRingCentral };
    },
  };
  const onChange = jest.fn();
  return {
    presence: createOwnPresence({ rest, extensionId: () => '204003', onChange }),
    atRingCentral, asked, onChange,
    refuses: (failure: RestFailure) => (refusal = failure),
    ignoresChanges: () => (ignores = true),
    event: (over: object = {}) => ({ extensionId: '204003', ...atRingCentral, acceptCallQueueCalls: undefined, ...over }),
  };
}

describe('own presence', () => {
  it('is not known until RingCentral has told', async () => {
    const { presence } = kims();
    expect(presence.current()).toBeNull();
    await presence.refresh();
    expect(presence.current()).toEqual({ doNotDisturb: 'TakeAllCalls', takesQueueCalls: true });
  });

  it('is changed at RingCentral, and only what was asked for', async () => {
    const { presence, atRingCentral } = kims();
    expect(await presence.change({ doNotDisturb: 'DoNotAcceptAnyCalls' })).toBe(true);
    expect(presence.current()).toEqual({ doNotDisturb: 'DoNotAcceptAnyCalls', takesQueueCalls: true });
    expect(await presence.change({ takesQueueCalls: false })).toBe(true);
    expect(atRingCentral).toMatchObject({ dndStatus: 'DoNotAcceptAnyCalls', acceptCallQueueCalls: false });
  });

  it('shows the true state after a refusal, and says why', async () => {
    const { presence, atRingCentral, refuses } = kims();
    await presence.refresh();
    atRingCentral.acceptCallQueueCalls = false;
    refuses(new RestFailure('refused', 403, 'CMN-408', 'You need EditPresenceStatus'));
    await expect(presence.change({ doNotDisturb: 'DoNotAcceptAnyCalls' })).rejects.toMatchObject({ code: 'CMN-408' });
    expect(presence.current()).toEqual({ doNotDisturb: 'TakeAllCalls', takesQueueCalls: false });
  });

  it('tells when RingCentral took a change and kept its own, as the newer call handling does', async () => {
    const { presence, ignoresChanges } = kims();
    ignoresChanges();
    expect(await presence.change({ doNotDisturb: 'DoNotAcceptAnyCalls' })).toBe(false);
    expect(presence.current()?.doNotDisturb).toBe('TakeAllCalls');
  });

  it('has no switch where RingCentral has none', async () => {
    const { presence, atRingCentral } = kims();
    atRingCentral.dndStatus = 'Unknown';
    await presence.refresh();
    expect(presence.current()).toBeNull();
  });

  it('follows what was switched on another device', async () => {
    const { presence, atRingCentral, event } = kims();
    await presence.refresh();
    atRingCentral.dndStatus = 'DoNotAcceptAnyCalls';
    presence.hear(event());
    await settled();
    expect(presence.current()?.doNotDisturb).toBe('DoNotAcceptAnyCalls');
  });

  it('asks also when an event tells nothing that is new: queue calls are not in it', async () => {
    const { presence, atRingCentral, event } = kims();
    presence.hear(event());
    await settled();
    atRingCentral.acceptCallQueueCalls = false;
    presence.hear(event());
    await settled();
    expect(presence.current()?.takesQueueCalls).toBe(false);
  });

  it('asks nothing for what a call changes, nor for a colleague', async () => {
    const { presence, asked, event } = kims();
    presence.hear(event());
    await settled();
    asked.length = 0;
    presence.hear(event({ telephonyStatus: 'Ringing', presenceStatus: 'Busy' }));
    presence.hear(event({ telephonyStatus: 'NoCall' }));
    presence.hear(event({ extensionId: '204002', dndStatus: 'DoNotAcceptAnyCalls' }));
    presence.hear({ telephonySessionId: 's-1', parties: [] });
    await settled();
    expect(asked).toEqual([]);
  });
});
