import type { Message } from '../../../src/core/messages/message.ts';
import { usualPreferences } from '../../../src/wire/line/preferences.ts';
import { createTextNews } from '../../../src/browser/line/texts/text-news.ts';
import { createHandClock, settled } from './hand-clock.ts';
import { createTelling, tab } from './telling.ts';

const bayside = { kind: 'one' as const, person: { type: 'customer' as const, id: 9, name: 'Bayside Dental Group', company: null } };

function open() {
  const clock = createHandClock();
  const telling = createTelling();
  const unread = new Map<string, string[]>();
  const news = createTextNews({ clock, ...telling, threads: { get: (conversation) => ({ conversation, messages: [], unread: unread.get(conversation) ?? [], older: false }) }, onChange: () => undefined });
  const comesIn = async (id: string, conversationId = '145'): Promise<void> => {
    unread.set(conversationId, [...(unread.get(conversationId) ?? []), id]);
    news.arrived([{ id, conversationId, direction: 'Inbound', from: { number: '+14155550145', name: null }, to: [], ours: '+16505550101', at: 1, text: 'Is the crown ready?', attachments: [], delivery: 'Received', reason: null } satisfies Message]);
    await settled();
  };
  return { ...telling, clock, news, comesIn, read: (conversation: string) => unread.delete(conversation) };
}

describe('a text that comes in', () => {
  it('is told of by one window, with NetSuite’s name and without its words, where no page of ours is in view', async () => {
    const { now, news, comesIn } = open();
    now.windows = [tab('locked', { sound: 'locked' }), tab('kims')];
    now.found = bayside;
    await comesIn('7');
    expect(news.current()).toEqual([{ conversation: '145', message: '7', from: { number: '+14155550145', name: 'Bayside Dental Group' }, soundsIn: 'kims', notifiesIn: 'kims' }]);
    expect(JSON.stringify(news.current())).not.toContain('crown');
  });

  it('is only heard where a page is in view, and asks NetSuite for no name', async () => {
    const { now, news, comesIn } = open();
    now.windows = [tab('hidden'), tab('kims', { visible: true })];
    await comesIn('7');
    expect([news.current().map(({ soundsIn, notifiesIn }) => [soundsIn, notifiesIn]), now.asked]).toEqual([[['kims', null]], 0]);
  });

  it('is not notified of where the person wants none', async () => {
    const { now, news, comesIn } = open();
    now.windows = [tab('kims')];
    now.preferences = { ...usualPreferences, notify: false };
    await comesIn('7');
    expect(news.current()[0]?.notifiesIn).toBeNull();
  });

  it('is told with its number where NetSuite takes too long over the name', async () => {
    const { now, news, comesIn, netsuite, clock } = open();
    netsuite.whoIs = () => new Promise(() => undefined);
    now.windows = [tab('kims')];
    await comesIn('7');
    expect(news.current()).toEqual([]);
    await clock.pass(2_000);
    expect(news.current()[0]?.from).toEqual({ number: '+14155550145', name: null });
  });

  it('is no news any more once it is read, wherever that was', async () => {
    const { now, news, comesIn, read } = open();
    now.windows = [tab('kims')];
    await comesIn('7');
    await comesIn('8');
    await comesIn('9', '146');
    expect(news.current().map(({ conversation, message }) => [conversation, message])).toEqual([['146', '9'], ['145', '8']]);
    read('145');
    expect(news.current().map(({ conversation }) => conversation)).toEqual(['146']);
  });

  it('is told of by nobody where no window is awake, nor after the person has left', async () => {
    const { now, news, comesIn } = open();
    now.windows = [tab('kims', { awake: false })];
    await comesIn('7');
    now.windows = [tab('kims')];
    const telling = comesIn('8');
    news.forget();
    await telling;
    expect(news.current()).toEqual([]);
  });
});
