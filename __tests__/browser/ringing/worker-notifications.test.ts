import { createWorkerNotifications, registerWorker, type Registration } from '../../../src/browser/ringing/worker-notifications.ts';
import { settled } from '../line/hand-clock.ts';

/** Sam's browser; `registers`: whether it takes a service worker. */
function sams(registers: boolean) {
  const onScreen: { title: string; tag: string; buttons: string[] }[] = [];
  const pageOwn: string[] = [];
  const asked: string[] = [];
  let registrations = 0;
  let hear: (message: unknown) => void = () => undefined;
  const registration: Registration = {
    async showNotification(title, { tag = '', actions }) {
      await settled(2);
      // The same tag takes the place of the one before.
      const at = onScreen.findIndex((each) => each.tag === tag);
      onScreen.splice(at === -1 ? onScreen.length : at, at === -1 ? 0 : 1, { title, tag, buttons: actions.map((each) => each.title) });
    },
    getNotifications: async ({ tag }) => onScreen.filter((each) => each.tag === tag).map((each) => ({ close: () => void onScreen.splice(onScreen.indexOf(each), 1) })),
  };
  const notifications = createWorkerNotifications({
    windowId: 'sams',
    page: 'https://4321098.app.netsuite.com/app',
    register: async () => {
      registrations += 1;
      if (!registers) throw new Error('a JavaScript type is needed');
      return registration;
    },
    plain: { allowed: () => true, show: ({ title }) => { pageOwn.push(title); return { close: () => void pageOwn.splice(pageOwn.indexOf(title), 1) }; } },
    openChannel: (_name, listener) => { hear = listener; return { post: () => undefined, close: () => undefined }; },
    onAsked: (what, callId) => asked.push(`${what} ${callId}`),
  });
  return { notifications, onScreen, pageOwn, asked, registrations: () => registrations, says: (message: unknown) => hear(message) };
}

const call = (title: string, callId: string) => ({ title, body: '', about: { call: callId } });

describe('notifications with buttons', () => {
  it('have Answer and Decline where a service worker is registered', async () => {
    const { notifications, onScreen } = sams(true);
    const shown = notifications.show(call('Incoming call from Acme Ltd', 'a1b2'));
    await settled();
    expect(onScreen).toEqual([{ title: 'Incoming call from Acme Ltd', tag: 'a1b2', buttons: ['Answer', 'Decline'] }]);
    shown.close();
    await settled();
    expect(onScreen).toEqual([]);
  });

  it('have none for a text, and one of a conversation takes the place of the one before', async () => {
    const { notifications, onScreen } = sams(true);
    const text = (title: string) => notifications.show({ title, body: '', about: { conversation: '145', page: 'https://4321098.app.netsuite.com/app#messages/145' } });
    text('Text from +1 (415) 555-0145');
    text('Text from Bayside Dental Group');
    await settled(40);
    expect(onScreen).toEqual([{ title: 'Text from Bayside Dental Group', tag: 'text:145', buttons: [] }]);
  });

  it('take on a name without losing the new one to the clearing of the old', async () => {
    const { notifications, onScreen } = sams(true);
    notifications.show(call('Incoming call from +1 (650) 555-0100', 'a1b2')).close();
    notifications.show(call('Incoming call from Acme Ltd', 'a1b2'));
    await settled(40);
    expect(onScreen.map(({ title }) => title)).toEqual(['Incoming call from Acme Ltd']);
  });

  it('are plain where none can be registered, which is tried once', async () => {
    const { notifications, pageOwn, registrations } = sams(false);
    const shown = notifications.show(call('Incoming call from Acme Ltd', 'a1b2'));
    await settled();
    expect(pageOwn).toEqual(['Incoming call from Acme Ltd']);
    shown.close();
    notifications.show(call('Incoming call from Brightwater', 'c3d4'));
    await settled();
    expect([pageOwn, registrations()]).toEqual([['Incoming call from Brightwater'], 1]);
  });

  it('are not shown for a call that was over before they could be', async () => {
    const { notifications, onScreen } = sams(true);
    notifications.show(call('Incoming call from Acme Ltd', 'a1b2')).close();
    await settled(40);
    expect(onScreen).toEqual([]);
  });

  it('ask only the window that shows them', () => {
    const { asked, says } = sams(true);
    says({ windowId: 'sams', callId: 'a1b2', what: 'answer' });
    says({ windowId: 'another', callId: 'a1b2', what: 'answer' });
    says({ windowId: 'sams', callId: 'c3d4', what: 'decline' });
    says({ windowId: 'sams', callId: 'c3d4', what: 'look' });
    expect(asked).toEqual(['answer a1b2', 'decline c3d4']);
  });
});

describe('a service worker', () => {
  const starting = (state: string) => {
    let tell = (): void => undefined;
    return { worker: { get state() { return state; }, addEventListener: (_type: string, listener: () => void) => { tell = listener; } }, becomes(next: string) { state = next; tell(); } };
  };
  const container = (registration: object) => ({ register: async () => registration }) as unknown as ServiceWorkerContainer;

  it('is waited for until it is at work', async () => {
    const { worker, becomes } = starting('installing');
    let ready = false;
    const registering = registerWorker(container({ active: null, installing: worker, waiting: null }), '/sw').then(() => (ready = true));
    await settled();
    expect(ready).toBe(false);
    becomes('activated');
    await registering;
  });

  it('that is thrown away is none', async () => {
    const { worker, becomes } = starting('installing');
    const registering = registerWorker(container({ active: null, installing: worker, waiting: null }), '/sw');
    await settled();
    becomes('redundant');
    await expect(registering).rejects.toThrow('did not start');
  });

  it('that is at work is used at once', async () => {
    await expect(registerWorker(container({ active: {}, installing: null, waiting: null }), '/sw')).resolves.toBeDefined();
  });
});
