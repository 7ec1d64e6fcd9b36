import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import { lineTimings } from '../../../src/browser/line/timings.ts';
import type { TextAnswer, TextOrder } from '../../../src/wire/line/texts.ts';
import type { TextLog } from '../../../src/wire/messages/log.ts';
import { createFakeEnvironment, createPlainSealed } from './fakes.ts';
import { settled } from './hand-clock.ts';
import { createTelling } from './telling.ts';
import { createTextRest, maria, me } from './text-rest.ts';

const day = 86_400_000;

async function open() {
  const { createTexts } = await import('../../../src/browser/line/texts/texts.ts');
  const { environment, clock, store } = createFakeEnvironment();
  const ringCentral = createTextRest(clock);
  const sealed = createPlainSealed(store);
  const telling = createTelling();
  const waiting: TextLog[] = [];
  const sent: TextLog[][] = [];
  let signedIn = true;
  const make = () => createTexts({
    environment, timings: lineTimings(null), sealed, name: 'secret:4321098:7:texts:', markName: 'texts-known:4321098:7',
    outbox: {
      keepText: (log) => {
        // One draft per message, as in the outbox.
        const at = waiting.findIndex(({ messageId, delivery }) => messageId === log.messageId && delivery === log.delivery);
        waiting.splice(at === -1 ? waiting.length : at, at === -1 ? 0 : 1, log);
      },
      closeTexts: (conversations) => {
        const going = waiting.filter(({ conversationId }) => !conversations || conversations.includes(conversationId));
        for (const log of going) waiting.splice(waiting.indexOf(log), 1);
        sent.push(going);
      },
      written: async () => undefined, isOpen: () => false, logged: () => null,
    },
    outboxRead: async () => undefined, keepsPictures: () => false,
    rest: () => (signedIn ? ringCentral.rest : null), download: async () => ({ bytes: new ArrayBuffer(3), contentType: 'image/png' }), extensionId: () => '101',
    senders: () => [{ number: me, label: 'Direct number' }], ...telling, onChange: () => undefined,
  });
  const line = { texts: make() };
  const start = async (): Promise<void> => {
    line.texts.wake();
    line.texts.lookAround();
    await settled();
  };
  const ask = async <Kind extends TextAnswer['kind']>(order: TextOrder, _kind?: Kind): Promise<Extract<TextAnswer, { kind: Kind }>> => {
    const result = await line.texts.order(order);
    if (!result.done || result.value === null || !('texts' in result.value)) throw new Error(JSON.stringify(result));
    return result.value.texts as Extract<TextAnswer, { kind: Kind }>;
  };
  const thread = async (conversation: string, most = 50) => (await ask({ verb: 'thread', conversation, most }, 'thread')).messages;
  const logged = (): string[] => [...sent.flat(), ...waiting].map(({ text, delivery }) => `${text} ${delivery}`);
  return {
    ringCentral, clock, sent, waiting, start, ask, thread, logged, line, texts: () => line.texts, signOut: () => void (signedIn = false), signIn: () => void (signedIn = true),
    /** The browser is closed, and opened again. */
    async again(): Promise<void> {
      await line.texts.close();
      line.texts = make();
    },
  };
}
const conversation = maria.slice(-6);

describe('texts', () => {
  it('are there when somebody signs in: those of the last weeks are shown, those of the last day logged', async () => {
    const { ringCentral, clock, start, ask, logged, texts } = await open();
    ringCentral.comesIn('Hello from last week', maria, clock.now() - 6 * day);
    ringCentral.comesIn('Is my order ready?');
    await start();
    const { threads } = await ask({ verb: 'list' }, 'list');
    expect(threads).toEqual([{ conversation, with: [{ number: maria, name: 'Maria Santos' }], own: me, unread: 2, last: expect.objectContaining({ text: 'Is my order ready?', standing: { is: 'received' } }) }]);
    expect([logged(), texts().counts()?.store, texts().counts()?.unread]).toEqual([['Is my order ready? Received'], 'current', 2]);
  });

  it('come in by their event at once, and the store’s own event asks for nothing that is known', async () => {
    const { ringCentral, clock, start, thread, texts } = await open();
    await start();
    const before = ringCentral.asked.length;
    const text = ringCentral.comesIn('Where are you?');
    texts().hear(ringCentral.changeOf({ newCount: 1, newMessageIds: [text.id] }));
    texts().hear(ringCentral.eventOf(text));
    await clock.pass(5_000);
    expect((await thread(conversation)).map((one) => [one.text, one.unread])).toEqual([['Where are you?', true]]);
    expect(ringCentral.asked.length).toBe(before);
  });

  it('that came while no page was open are caught up and logged once', async () => {
    const { ringCentral, clock, start, logged, again } = await open();
    ringCentral.comesIn('One');
    await start();
    await clock.pass(20_000);
    await again();
    await clock.pass(3 * day);
    ringCentral.comesIn('Two');
    await clock.pass(day);
    await start();
    expect(logged()).toEqual(['One Received', 'Two Received']);
    await again();
    await clock.pass(2_000);
    await start();
    expect(logged()).toEqual(['One Received', 'Two Received']);
  });

  it('of a week, with a token too old and more than one answer holds, are all logged once', async () => {
    const { ringCentral, clock, start, logged, again } = await open();
    await start();
    await again();
    await clock.pass(60_000);
    for (let n = 1; n <= 400; n += 1) {
      ringCentral.comesIn(`Text ${n}`);
      await clock.pass(1_000);
    }
    ringCentral.expireTokens();
    await clock.pass(7 * day);
    await start();
    await settled();
    expect([logged().length, new Set(logged()).size]).toEqual([400, 400]);
  });

  it('survive a token that was lost: what came meanwhile is logged, from the time on that is known', async () => {
    const { ringCentral, clock, start, logged, texts, signOut, signIn, ask } = await open();
    await start();
    signOut();
    texts().forget();
    ringCentral.comesIn('While you were away');
    await clock.pass(5 * day);
    signIn();
    await start();
    expect(logged()).toEqual(['While you were away Received']);
    expect((await ask({ verb: 'list' }, 'list')).threads.length).toBe(1);
  });

  it('go out, and how far they are is seen and logged', async () => {
    const { ringCentral, clock, start, ask, thread, texts, logged } = await open();
    await start();
    const { conversation: where } = await ask({ verb: 'send', id: 'w1', to: ['(650) 555-0162'], from: null, text: 'Your order is ready' }, 'conversation');
    expect([where, (await thread(where)).map(({ standing }) => standing)]).toEqual([conversation, [{ is: 'queued' }]]);
    const [stored] = ringCentral.texts;
    ringCentral.standsAt(stored?.id ?? 0, 'DeliveryFailed');
    texts().hear(ringCentral.changeOf({ updatedCount: 1 }));
    await clock.pass(3_000);
    expect((await thread(where)).map(({ standing }) => standing)).toEqual([{ is: 'failed', cause: 'not-delivered', detail: 'SMS-RC-410' }]);
    expect(logged()).toEqual(['Your order is ready Queued', 'Your order is ready Failed']);
  });

  it('ordered twice go out once', async () => {
    const { ringCentral, start, ask } = await open();
    await start();
    const order: TextOrder = { verb: 'send', id: 'w1', to: [maria], from: me, text: 'Once' };
    await Promise.all([ask(order), ask(order)]);
    expect(ringCentral.texts.length).toBe(1);
  });

  it('that RingCentral refuses stay with the reason, and go when they are sent again', async () => {
    const { ringCentral, start, ask, thread } = await open();
    await start();
    ringCentral.fail(new RestFailure('refused', 403, 'MSG-304', 'Phone number doesn’t belong to extension'));
    const { conversation: where } = await ask({ verb: 'send', id: 'w1', to: [maria], from: null, text: 'Hello' }, 'conversation');
    expect(where).toBe('new:w1');
    expect((await thread(where)).map(({ text, standing }) => [text, standing])).toEqual([['Hello', { is: 'failed', cause: 'refused', detail: 'Phone number doesn’t belong to extension' }]]);
    expect(await ask({ verb: 'retry', id: 'w1' })).toEqual({ kind: 'conversation', conversation });
    expect((await ask({ verb: 'list' }, 'list')).threads.map((one) => one.conversation)).toEqual([conversation]);
  });

  it('without an answer are not sent twice: whoever tries again finds the one that got there', async () => {
    const { ringCentral, start, ask, thread, again } = await open();
    await start();
    ringCentral.fail(new RestFailure('network', 0, null));
    const { conversation: where } = await ask({ verb: 'send', id: 'w1', to: [maria], from: null, text: 'Did you get this?' }, 'conversation');
    expect((await thread(where)).map(({ standing }) => standing)).toEqual([{ is: 'failed', cause: 'no-answer', detail: '' }]);
    await again();
    await start();
    expect(await ask({ verb: 'retry', id: 'w1' })).toEqual({ kind: 'conversation', conversation });
    expect([ringCentral.texts.length, (await thread(conversation)).length]).toEqual([1, 1]);
  });

  it('said twice, of which the second had no answer, are not taken for each other', async () => {
    const { ringCentral, start, ask, thread } = await open();
    await start();
    await ask({ verb: 'send', id: 'w1', to: [maria], from: null, text: 'Ok' });
    ringCentral.fail(new RestFailure('network', 503, null));
    await ask({ verb: 'send', id: 'w2', to: [maria], from: null, text: 'Ok' });
    await ask({ verb: 'retry', id: 'w2' });
    expect([ringCentral.texts.length, (await thread(conversation)).map(({ standing }) => standing.is)]).toEqual([2, ['queued', 'queued']]);
  });

  it('without an answer are not sent again while RingCentral cannot be asked whether they arrived', async () => {
    const { ringCentral, start, ask, texts } = await open();
    await start();
    ringCentral.fail(new RestFailure('network', 0, null), new RestFailure('network', 0, null));
    await ask({ verb: 'send', id: 'w1', to: [maria], from: null, text: 'Hello' });
    expect(await texts().order({ verb: 'retry', id: 'w1' })).toEqual({ done: false, refusal: 'no-answer-from-ringcentral', detail: '' });
    expect(ringCentral.texts.length).toBe(1);
  });

  it('that did not arrive go out anew when they are sent again, and the failed one stays', async () => {
    const { ringCentral, clock, start, ask, thread, texts } = await open();
    await start();
    await ask({ verb: 'send', id: 'w1', to: [maria], from: null, text: 'Hello' });
    ringCentral.standsAt(ringCentral.texts[0]?.id ?? 0, 'DeliveryFailed');
    texts().hear(ringCentral.changeOf({ updatedCount: 1 }));
    await clock.pass(3_000);
    const [failed] = await thread(conversation);
    await ask({ verb: 'retry', id: failed?.id ?? '' });
    expect((await thread(conversation)).map(({ text, standing }) => [text, standing.is])).toEqual([['Hello', 'failed'], ['Hello', 'queued']]);
  });

  it('that failed can be discarded', async () => {
    const { ringCentral, start, ask } = await open();
    await start();
    ringCentral.fail(new RestFailure('refused', 400, null));
    await ask({ verb: 'send', id: 'w1', to: [maria], from: null, text: 'Never mind' });
    await ask({ verb: 'discard', id: 'w1' });
    expect((await ask({ verb: 'list' }, 'list')).threads).toEqual([]);
  });

  it.each([
    ['nothing', { to: [maria], text: '  ' }, 'wrong-moment'],
    ['to nobody', { to: ['call me'], text: 'Hi' }, 'not-a-number'],
    ['too much', { to: [maria], text: 'x'.repeat(1001) }, 'too-long'],
  ])('are not sent: %s', async (_what, what, refusal) => {
    const { start, texts, ringCentral } = await open();
    await start();
    expect(await texts().order({ verb: 'send', id: 'w1', from: null, ...what })).toEqual({ done: false, refusal, detail: expect.any(String) });
    expect(ringCentral.texts).toEqual([]);
  });

  it('of a conversation go to NetSuite together when it pauses, and once a minute where it does not', async () => {
    const { ringCentral, clock, start, texts, sent } = await open();
    await start();
    for (let n = 0; n < 20; n += 1) {
      texts().hear(ringCentral.eventOf(ringCentral.comesIn(`Text ${n}`)));
      await clock.pass(5_000);
    }
    await clock.pass(20_000);
    expect(sent.map((batch) => batch.length)).toEqual([12, 8]);
  });

  it('do not wait when the last page goes', async () => {
    const { ringCentral, start, texts, sent } = await open();
    await start();
    texts().hear(ringCentral.eventOf(ringCentral.comesIn('Bye')));
    await settled();
    texts().pagesGone();
    expect(sent.map((batch) => batch.map(({ text }) => text))).toEqual([['Bye']]);
  });

  it('are read here and at RingCentral', async () => {
    const { ringCentral, start, texts, ask } = await open();
    ringCentral.comesIn('One');
    ringCentral.comesIn('Two');
    await start();
    await ask({ verb: 'mark-read', conversation });
    expect([texts().counts()?.unread, ringCentral.texts.map(({ read }) => read)]).toEqual([0, [true, true]]);
  });

  it('read or deleted elsewhere are so here', async () => {
    const { ringCentral, clock, start, texts, thread } = await open();
    const [one, two] = [ringCentral.comesIn('One'), ringCentral.comesIn('Two')];
    await start();
    await clock.pass(60_000);
    Object.assign(one, { read: true, modified: clock.now() });
    Object.assign(two, { gone: true, modified: clock.now() });
    texts().hear(ringCentral.changeOf({ updatedCount: 2 }));
    await clock.pass(3_000);
    expect([(await thread(conversation)).map(({ text, unread }) => [text, unread]), texts().counts()?.unread]).toEqual([[['One', false]], 0]);
  });

  it('of a group are one conversation with all the others in it', async () => {
    const { start, texts, ask, logged } = await open();
    await start();
    texts().hear({
      id: '7001', type: 'SMS', direction: 'Inbound', conversationId: '9001', subject: 'Lunch at one?', messageStatus: 'Received', readStatus: 'Unread', creationTime: '2026-11-24T09:30:00.000Z',
      from: { phoneNumber: maria, name: 'Maria Santos' }, to: [{ phoneNumber: '+442079460123' }, { phoneNumber: me, target: true }],
    });
    await settled();
    const { threads } = await ask({ verb: 'list' }, 'list');
    expect(threads.map((thread) => [thread.with.map(({ number }) => number), thread.own])).toEqual([[[maria, '+442079460123'], me]]);
    expect(logged()).toEqual(['Lunch at one? Received']);
  });

  it('go out from the number that was chosen, and from no other', async () => {
    const { start, texts, ringCentral } = await open();
    await start();
    expect(await texts().order({ verb: 'send', id: 'w1', to: [maria], from: '+16505550199', text: 'Hello' })).toEqual({ done: false, refusal: 'cannot-text', detail: '' });
    expect(ringCentral.texts).toEqual([]);
  });

  it('from long ago are brought when somebody asks for them, and not logged', async () => {
    const { ringCentral, clock, start, ask, logged } = await open();
    for (let n = 0; n < 60; n += 1) ringCentral.comesIn(`Old ${n}`, maria, clock.now() - 100 * day + n);
    ringCentral.comesIn('New');
    await start();
    expect((await ask({ verb: 'thread', conversation, most: 100 }, 'thread')).older).toBe(true);
    const first = await ask({ verb: 'load-older', conversation, most: 50 }, 'thread');
    expect([first.messages.length, first.older]).toEqual([50, true]);
    const all = await ask({ verb: 'load-older', conversation, most: 100 }, 'thread');
    expect([all.messages.length, all.older, all.messages[0]?.text, logged()]).toEqual([61, false, 'Old 0', ['New Received']]);
  });

  it('have a beginning that is known once RingCentral was asked, also where exactly as many are shown', async () => {
    const { ringCentral, start, ask } = await open();
    for (let n = 0; n < 50; n += 1) ringCentral.comesIn(`Text ${n}`);
    await start();
    expect((await ask({ verb: 'thread', conversation, most: 50 }, 'thread')).older).toBe(true);
    const whole = await ask({ verb: 'load-older', conversation, most: 50 }, 'thread');
    expect([whole.messages.length, whole.older]).toEqual([50, false]);
  });

  it('are looked for again when RingCentral cannot be reached, and say meanwhile that they may be old', async () => {
    const { ringCentral, clock, start, texts } = await open();
    ringCentral.fail(new RestFailure('network', 503, null));
    await start();
    expect(texts().counts()?.store).toBe('stale');
    await clock.pass(3_000);
    expect(texts().counts()?.store).toBe('current');
  });

  it('that may not be read are not shown at all', async () => {
    const { ringCentral, start, texts } = await open();
    ringCentral.fail(new RestFailure('refused', 403, 'CMN-401'));
    await start();
    expect(texts().counts()).toBeNull();
  });
});
