import { createTellTexts } from '../../../src/browser/ringing/tell-texts.ts';
import { usualPreferences } from '../../../src/wire/line/preferences.ts';
import type { TextNews } from '../../../src/wire/line/texts.ts';
import { quietLine, talking } from '../ui/states.ts';
import { noPictures } from '../nothing-unsent.ts';

const one: TextNews = { conversation: '145', message: '7', from: { number: '+14155550145', name: 'Bayside Dental Group' }, soundsIn: 'kims', notifiesIn: 'kims' };
const told = (news: TextNews[], over: Parameters<typeof quietLine>[0] = {}) => quietLine({ texts: { unread: news.length, revision: 1, store: 'current', pictures: noPictures, news }, ...over });

function kimsTab(allowed = true) {
  const seen = { sounds: 0, device: null as string | null, screen: [] as string[] };
  const texts = createTellTexts({
    windowId: 'kims', app: 'https://4321098.app.netsuite.com/app?script=1',
    playOnce: (_tone, device) => { seen.sounds += 1; seen.device = device; },
    notifications: { allowed: () => allowed, show: ({ title, body, about }) => {
      const words = [title, body, 'page' in about ? about.page : ''].join(' | ');
      seen.screen.push(words);
      return { close: () => { seen.screen = seen.screen.filter((each) => each !== words); } };
    } },
  });
  return { texts, seen };
}

describe('a text in the window that tells of it', () => {
  it('is heard once on the ringer, and shown with who wrote and where to read it', () => {
    const { texts, seen } = kimsTab();
    for (let times = 0; times < 3; times += 1) texts.show(told([one], { preferences: { ...usualPreferences, ringer: 'desk speaker' } }));
    expect(seen).toEqual({ sounds: 1, device: 'desk speaker', screen: ['Text from Bayside Dental Group | +1 (415) 555-0145 | https://4321098.app.netsuite.com/app?script=1#messages/145'] });
  });

  it('leaves the screen when it is read, and a newer one of its conversation is heard again', () => {
    const { texts, seen } = kimsTab();
    texts.show(told([one]));
    texts.show(told([]));
    expect(seen.screen).toEqual([]);
    texts.show(told([{ ...one, message: '8' }]));
    expect([seen.sounds, seen.screen.length]).toEqual([2, 1]);
  });

  it('is neither heard nor shown in any other window', () => {
    const { texts, seen } = kimsTab();
    texts.show(told([{ ...one, soundsIn: 'another', notifiesIn: 'another' }]));
    expect([seen.sounds, seen.screen]).toEqual([0, []]);
  });

  it('is silent during a call and with the ringer off, and shown all the same', () => {
    const { texts, seen } = kimsTab();
    texts.show(told([one], { calls: [talking()] }));
    texts.show(told([{ ...one, message: '8' }], { preferences: { ...usualPreferences, ring: false } }));
    expect([seen.sounds, seen.screen.length]).toEqual([0, 2]);
  });

  it('is only heard where the browser allows no notifications, and where a page is in view', () => {
    for (const { texts, seen, news } of [{ ...kimsTab(false), news: one }, { ...kimsTab(), news: { ...one, notifiesIn: null } }]) {
      texts.show(told([news]));
      expect([seen.sounds, seen.screen]).toEqual([1, []]);
    }
  });
});
