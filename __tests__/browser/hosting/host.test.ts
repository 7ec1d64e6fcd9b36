import { createProfile, told } from './lines.ts';

describe('one line at a time in a browser profile', () => {
  it('the first window opens it, the next ones join it', async () => {
    const profile = createProfile();
    const old = profile.host('old');
    const [first, second] = [old.greet(1_000), old.greet(1_500)];
    await profile.clock.pass(1);
    expect([told(first), told(second)]).toEqual([['welcome'], ['welcome']]);
    expect(profile.news()).toEqual(['old opens', 'old hears hello', 'old hears hello']);
  });

  it('a page of a newer version takes it over at once when no call is up; every window goes along', async () => {
    const profile = createProfile();
    const [old, fresh] = [profile.host('old'), profile.host('new')];
    const window = old.greet(1_000);
    await profile.clock.pass(1);
    profile.news();
    const later = fresh.greet(2_000);
    await profile.clock.pass(1);
    expect(profile.news()).toEqual(['old unregisters', 'new opens', 'new hears hello']);
    expect([told(window), told(later)]).toEqual([['welcome', 'moved to new'], ['welcome']]);
  });

  it('while a call is up the newer page joins the old line, which hands over when the call is over', async () => {
    const profile = createProfile();
    const [old, fresh] = [profile.host('old'), profile.host('new')];
    old.greet(1_000);
    await profile.clock.pass(1);
    old.callBegins();
    const later = fresh.greet(2_000);
    await profile.clock.pass(60_000);
    expect(told(later)).toEqual(['moved to old']);
    expect(profile.news()).toEqual(['old opens', 'old hears hello', 'old knows of a newer one']);
    const joined = old.greet(2_000);
    old.callEnds();
    await profile.clock.pass(1);
    expect(told(joined)).toEqual(['welcome', 'moved to new']);
    fresh.greet(2_000);
    await profile.clock.pass(1);
    expect(profile.news()).toEqual(['old hears hello', 'old unregisters', 'new opens', 'new hears hello']);
  });

  it('an old page that comes back later joins the newer line and does not take it', async () => {
    const profile = createProfile();
    const [old, fresh] = [profile.host('old'), profile.host('new')];
    fresh.greet(2_000);
    await profile.clock.pass(1);
    const window = old.greet(1_000);
    await profile.clock.pass(60_000);
    expect(told(window)).toEqual(['moved to new']);
    expect(profile.news()).toEqual(['new opens', 'new hears hello']);
  });

  it('a version that is deployed again takes over like a newer one', async () => {
    const profile = createProfile();
    const [old, fresh] = [profile.host('old'), profile.host('new')];
    fresh.greet(2_000);
    await profile.clock.pass(1);
    old.greet(3_000);
    await profile.clock.pass(1);
    expect(profile.news()).toEqual(['new opens', 'new hears hello', 'new unregisters', 'old opens', 'old hears hello']);
  });

  it('a window whose words the other line does not know waits until it is free', async () => {
    const profile = createProfile();
    const [old, fresh] = [profile.host('old'), profile.host('new', { protocol: 'other words' })];
    old.greet(1_000);
    await profile.clock.pass(1);
    old.callBegins();
    const later = fresh.greet(2_000);
    await profile.clock.pass(1);
    expect(told(later)).toEqual(['moved to old']);
    old.callEnds();
    await profile.clock.pass(1);
    expect(told(later)).toEqual(['welcome']);
  });

  it('a call that no window of its version can carry any more goes on in the newer line', async () => {
    const profile = createProfile();
    const [old, fresh] = [profile.host('old'), profile.host('new', { protocol: 'other words' })];
    old.greet(1_000);
    await profile.clock.pass(1);
    old.callBegins();
    const later = fresh.greet(2_000);
    await profile.clock.pass(1);
    profile.news();
    old.pagesGo();
    await profile.clock.pass(1);
    expect(profile.news()).toEqual(['old ends where it stands', 'new opens', 'new hears hello']);
    expect(told(later)).toEqual(['moved to old', 'welcome']);
  });

  it('windows of somebody whose browser it is no longer are told; whoever comes later begins anew', async () => {
    const profile = createProfile();
    const line = profile.host('old');
    const window = line.greet(1_000);
    await profile.clock.pass(1);
    line.isReplaced();
    await profile.clock.pass(1);
    expect(told(window)).toEqual(['welcome', 'replaced']);
    const later = line.greet(3_000);
    await profile.clock.pass(1);
    expect([told(later), profile.news()]).toEqual([['welcome'], ['old opens', 'old hears hello', 'old unregisters', 'old opens', 'old hears hello']]);
  });

  it('a page of words that its own script no longer knows is told to reload, and nothing is opened for it', async () => {
    const profile = createProfile();
    const replaced = profile.host('new', { protocol: 'other words' });
    const old = replaced.greet(1_000, 'words');
    await profile.clock.pass(1);
    expect([told(old), profile.news()]).toEqual([['moved to new'], []]);
  });

  it('one that is frozen and answers nobody is robbed, and ends where it stands when it wakes', async () => {
    const profile = createProfile();
    const [old, fresh] = [profile.host('old'), profile.host('new')];
    const window = old.greet(1_000);
    await profile.clock.pass(1);
    profile.news();
    // Somebody holds the lock and never answers.
    old.close();
    profile.locks.claim('rcns-line-of:4321098_SB1:7', false, () => undefined, () => profile.happened.push('the frozen one is robbed'));
    await profile.clock.pass(1);
    const later = fresh.greet(2_000);
    await profile.clock.pass(3_999);
    expect(told(later)).toEqual([]);
    await profile.clock.pass(1);
    expect(profile.news()).toEqual(['old ends where it stands', 'the frozen one is robbed', 'new opens', 'new hears hello']);
    expect(told(window)).toEqual(['welcome']);
  });

  it('a line that was robbed ends, and its windows follow', async () => {
    const profile = createProfile();
    const old = profile.host('old');
    const window = old.greet(1_000);
    await profile.clock.pass(1);
    const thief = profile.host('new');
    thief.greet(500);
    await profile.clock.pass(1);
    profile.locks.claim('rcns-line-of:4321098_SB1:7', true, () => undefined, () => undefined)();
    await profile.clock.pass(1);
    expect(profile.news()).toEqual(['old opens', 'old hears hello', 'old ends where it stands']);
    expect(told(window)).toEqual(['welcome', 'moved to new']);
  });

  it('what a window says before there is a line is heard by it', async () => {
    const profile = createProfile();
    const old = profile.host('old');
    let say = (_: never): void => undefined;
    old.connect({ post: () => undefined, onMessage: (listener) => (say = listener as never), close: () => undefined });
    const { hello } = await import('../line/windows.ts');
    say(hello('window-1') as never);
    say({ kind: 'command', id: 'c1', command: { name: 'forget-dial' } } as never);
    await profile.clock.pass(1);
    expect(profile.news()).toEqual(['old opens', 'old hears hello', 'old hears command']);
  });

  it('where the script cannot be loaded the place is left to others', async () => {
    const profile = createProfile();
    const [broken, well] = [profile.host('broken', { loads: false }), profile.host('well')];
    broken.greet(1_000);
    await profile.clock.pass(1);
    well.greet(900);
    await profile.clock.pass(1);
    expect(profile.news()).toEqual(['broken cannot be loaded', 'well opens', 'well hears hello']);
  });
});
