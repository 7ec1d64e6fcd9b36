import type { ConnectFailure } from '../../../src/core/connections/status.ts';
import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import { createSignIn } from '../../../src/browser/line/oauth/sign-in.ts';
import { challengeOf } from '../../../src/browser/line/oauth/pkce.ts';
import { createFakeEnvironment } from './fakes.ts';
import { settled } from './hand-clock.ts';

function open() {
  const { environment, clock, sealed, store } = createFakeEnvironment();
  const logins: { code: string; verifier: string }[] = [];
  const ended: (ConnectFailure | null)[] = [];
  let signedIn = 0;
  let failure: unknown = null;
  let setUp = true;
  let wait: Promise<void> = Promise.resolve();
  let tellTraded = (): void => undefined;
  const traded = new Promise<void>((resolve) => (tellTraded = resolve));
  const make = () =>
    createSignIn({
      clock, crypto: environment.crypto, hold: environment.locks.hold, sealed, name: 'pending', timings: { signInWindowGraceMs: 3_000, signInMs: 600_000 },
      ringCentral: () => (setUp ? {
        loginUrl: (state, challenge) => `https://platform.example.com/authorize?state=${state}&code_challenge=${challenge}`,
        login: async (code, verifier) => { tellTraded(); await wait; logins.push({ code, verifier }); if (failure) throw failure; },
      } : null),
      onBegun: () => undefined,
      onEnded: (why) => ended.push(why),
      onSignedIn: () => (signedIn += 1),
    });
  const signIn = make();
  const begin = async () => new URL((await signIn.begin()) as string).searchParams;
  return { traded, tradeWaitsFor: (next: Promise<void>) => (wait = next), signIn, make, begin, clock, store, logins, ended, signedIn: () => signedIn, failWith: (error: unknown) => (failure = error), empty: () => (setUp = false) };
}

describe('signing in', () => {
  it('trades the code with the verifier whose challenge was sent', async () => {
    const line = open();
    const sent = await line.begin();
    await line.signIn.answer(`?code=c1&state=${sent.get('state')}`);
    expect(line.signedIn()).toBe(1);
    expect(await challengeOf(globalThis.crypto, line.logins[0]?.verifier ?? '')).toBe(sent.get('code_challenge'));
  });

  it('is not begun while the company is not set up', async () => {
    const line = open();
    line.empty();
    expect(await line.signIn.begin()).toBeNull();
  });

  it('refuses an answer with another state, and forgets the pending sign-in', async () => {
    const line = open();
    const sent = await line.begin();
    await line.signIn.answer('?code=c1&state=forged');
    await line.signIn.answer(`?code=c1&state=${sent.get('state')}`);
    expect([line.ended, line.logins]).toEqual([[{ kind: 'state-mismatch' }], []]);
  });

  it('takes an answer once, although two workers hear it at the same moment', async () => {
    const line = open();
    const sent = await line.begin();
    const search = `?code=c1&state=${sent.get('state')}`;
    await Promise.all([line.signIn.answer(search), line.make().answer(search)]);
    expect([line.logins.length, line.ended]).toEqual([1, []]);
  });

  it('takes an answer once, however often the redirect page is reloaded', async () => {
    const line = open();
    const sent = await line.begin();
    const search = `?code=c1&state=${sent.get('state')}`;
    await line.signIn.answer(search);
    await line.signIn.answer(search);
    expect(line.logins).toHaveLength(1);
  });

  it('takes no answer after ten minutes', async () => {
    const line = open();
    const sent = await line.begin();
    await line.clock.pass(600_001);
    await line.signIn.answer(`?code=c1&state=${sent.get('state')}`);
    expect(line.logins).toEqual([]);
  });

  it('shows RingCentral’s reason when it refuses', async () => {
    const line = open();
    const sent = await line.begin();
    await line.signIn.answer(`?error=access_denied&error_description=${encodeURIComponent('The user <b>refused</b>')}&state=${sent.get('state')}`);
    expect(line.ended).toEqual([{ kind: 'refused', reason: 'The user <b>refused</b>' }]);
  });

  it.each([
    ['no network', new RestFailure('network', 0, null), { kind: 'network' }],
    ['too late', new RestFailure('refused', 400, 'OAU-108'), { kind: 'code-expired' }],
    ['a code of RingCentral’s', new RestFailure('refused', 403, 'OAU-125'), { kind: 'refused', reason: 'OAU-125' }],
    ['its own words', new RestFailure('refused', 401, 'OAU-123', 'Your administrator must approve this app'), { kind: 'refused', reason: 'Your administrator must approve this app' }],
  ])('says why the code could not be traded: %s', async (_why, failure, shown) => {
    const line = open();
    line.failWith(failure);
    const sent = await line.begin();
    await line.signIn.answer(`?code=c1&state=${sent.get('state')}`);
    expect(line.ended).toEqual([shown]);
  });

  it('waits three seconds after the window looks closed; a late answer still counts', async () => {
    const line = open();
    const sent = await line.begin();
    line.signIn.windowClosed();
    await line.clock.pass(2_999);
    expect(line.ended).toEqual([]);
    await line.clock.pass(1);
    expect(line.ended).toEqual([null]);
    await line.signIn.answer(`?code=c1&state=${sent.get('state')}`);
    expect(line.signedIn()).toBe(1);
  });

  it('does not end when the answer comes within these seconds', async () => {
    const line = open();
    const sent = await line.begin();
    line.signIn.windowClosed();
    await line.signIn.answer(`?code=c1&state=${sent.get('state')}`);
    await line.clock.pass(10_000);
    expect(line.ended).toEqual([]);
  });

  it('is not given up when the window closes by itself while the code is being traded', async () => {
    const line = open();
    let tokens = (): void => undefined;
    line.tradeWaitsFor(new Promise<void>((resolve) => (tokens = resolve)));
    const sent = await line.begin();
    const answering = line.signIn.answer(`?code=c1&state=${sent.get('state')}`);
    await line.traded;
    line.signIn.windowClosed();
    await line.clock.pass(10_000);
    tokens();
    await answering;
    expect([line.ended, line.signedIn()]).toEqual([[], 1]);
  });

  it('survives the death of the worker between window and answer', async () => {
    const line = open();
    const sent = await line.begin();
    await line.make().answer(`?code=c1&state=${sent.get('state')}`);
    expect(line.signedIn()).toBe(1);
  });

  it('keeps verifier and state where nobody can read them', async () => {
    const line = open();
    const sent = await line.begin();
    await settled();
    expect(JSON.stringify([...line.store.values])).not.toContain(sent.get('state') ?? 'x');
  });

  it('says that the pop-up was blocked', () => {
    const line = open();
    line.signIn.windowBlocked();
    expect(line.ended).toEqual([{ kind: 'pop-up-blocked' }]);
  });
});
