import { createLastPage } from '../../../src/browser/line/account/last-page.ts';
import { createOtherUsers, secretName } from '../../../src/browser/line/account/other-users.ts';
import { createFakeEnvironment } from './fakes.ts';
import { createHandClock, settled } from './hand-clock.ts';

describe('when the last page is gone', () => {
  function open(inCall = false) {
    const clock = createHandClock();
    const told: string[] = [];
    const lastPage = createLastPage({ clock, timings: { lastPageGoneMs: 10_000, lastPageGoneInCallMs: 90_000 }, inCall: () => inCall, sleep: () => told.push('sleep'), wake: () => told.push('wake') });
    return { clock, told, lastPage, callEnds: () => { inCall = false; lastPage.callsChanged(); } };
  }

  it('the phone is put away after ten seconds, and taken up with the next page', async () => {
    const { clock, told, lastPage } = open();
    lastPage.pages(1);
    lastPage.pages(0);
    await clock.pass(9_999);
    expect(told).toEqual([]);
    await clock.pass(1);
    lastPage.pages(1);
    expect(told).toEqual(['sleep', 'wake']);
  });

  it('a page load in between is nobody’s business', async () => {
    const { clock, told, lastPage } = open();
    lastPage.pages(0);
    await clock.pass(2_000);
    lastPage.pages(1);
    await clock.pass(60_000);
    expect(told).toEqual([]);
  });

  it('the end of a call leaves ten seconds more', async () => {
    const { clock, told, lastPage, callEnds } = open(true);
    lastPage.pages(0);
    await clock.pass(60_000);
    callEnds();
    await clock.pass(9_999);
    expect(told).toEqual([]);
    await clock.pass(1);
    expect(told).toEqual(['sleep']);
  });

  it('a call is waited for longer', async () => {
    const { clock, told, lastPage } = open(true);
    lastPage.pages(0);
    await clock.pass(89_999);
    expect(told).toEqual([]);
    await clock.pass(1);
    expect(told).toEqual(['sleep']);
  });
});

describe('another user of the account on this browser', () => {
  function browser() {
    const { environment, sealed, store, clock } = createFakeEnvironment();
    const replaced: number[] = [];
    const line = (user: number, madeAt: number) => createOtherUsers({ environment, store, sealed, account: '4321098', user, madeAt, onReplaced: () => replaced.push(user) });
    return { line, sealed, replaced, clock };
  }

  it('ends the first user’s line and deletes what it kept, but not the drafts', async () => {
    const { line, sealed, replaced } = browser();
    line(7, 1_000);
    const second = line(8, 2_000);
    await sealed.write(`${secretName('tokens', '4321098', 7)}rc-platform`, 'tokens of the first');
    await sealed.write(`${secretName('tokens', '4321098', 8)}rc-platform`, 'tokens of the second');
    await sealed.write('draft:4321098:7:call', 'a draft');
    expect(await second.replace()).toBe(true);
    await settled();
    expect(replaced).toEqual([7]);
    expect((await sealed.names('')).sort()).toEqual(['draft:4321098:7:call', 'secret:4321098:8:tokens:rc-platform']);
  });

  it('is not replaced by a page of the first one that was forgotten in another tab', async () => {
    const { line, sealed, replaced } = browser();
    await line(7, 1_000).replace();
    const second = line(8, 2_000);
    await second.replace();
    await settled();
    replaced.length = 0;
    await sealed.write(`${secretName('tokens', '4321098', 8)}rc-platform`, 'tokens of the second');
    expect(await line(7, 1_000).replace()).toBe(false);
    await settled();
    expect([replaced, await sealed.names('secret:')]).toEqual([[], ['secret:4321098:8:tokens:rc-platform']]);
    expect(await line(7, 3_000).replace()).toBe(true);
    await settled();
    // The page that was forgotten and the second user’s.
    expect(replaced).toEqual([8]);
  });
});
