import type { ToWindow } from '../../../src/wire/line/messages.ts';
import type { LineOffer } from '../../../src/wire/line/whereabouts.ts';
import { createHost } from '../../../src/browser/hosting/host.ts';
import type { HostedLine, IncomingPort } from '../../../src/browser/hosting/hosted-line.ts';
import { createFakeChannels, createFakeLocks } from '../line/fakes.ts';
import { createHandClock } from '../line/hand-clock.ts';
import { hello } from '../line/windows.ts';

/** One browser profile: hosts of several versions in it, each with a line that only says what happens to it. */
export function createProfile() {
  const clock = createHandClock();
  const locks = createFakeLocks();
  const channels = createFakeChannels();
  const happened: string[] = [];

  function host(version: string, { at = { in: 'worker', url: `/line.js?v=${version}`, name: version }, protocol = 'words', loads = true }: { at?: LineOffer['at']; protocol?: string; loads?: boolean } = {}) {
    let busy = false;
    let alone = false;
    let changed = (): void => undefined;
    let replace = (): void => undefined;
    const made = createHost({
      environment: { clock, locks, openChannel: channels.open },
      offer: { version, protocol, at },
      async open(_boot, events): Promise<HostedLine> {
        if (!loads) throw new Error('not there');
        changed = events.onChange;
        replace = events.onReplaced;
        happened.push(`${version} opens`);
        return {
          connect: (port) => port.onMessage((message) => {
            happened.push(`${version} hears ${message.kind}`);
            if (message.kind === 'hello') port.post({ kind: 'welcome', lock: `lock-${version}`, version });
          }),
          isBusy: () => busy,
          isAlone: () => alone,
          newerWaits: () => happened.push(`${version} knows of a newer one`),
          leave: async () => void happened.push(`${version} unregisters`),
          sever: () => happened.push(`${version} ends where it stands`),
        };
      },
      onFailed: () => happened.push(`${version} cannot be loaded`),
    });
    return {
      ...made,
      /** A window made at this time says hello; what it is told. */
      greet(madeAt: number, words = protocol): ToWindow[] {
        const told: ToWindow[] = [];
        let say: Parameters<IncomingPort['onMessage']>[0] = () => undefined;
        made.connect({ post: (message) => told.push(message), onMessage: (listener) => (say = listener), close: () => undefined });
        say({ ...hello(`window-${version}-${madeAt}`), protocol: words, madeAt });
        return told;
      },
      isReplaced: (): void => replace(),
      callBegins: (): void => void (busy = true),
      callEnds(): void {
        busy = false;
        changed();
      },
      pagesGo(): void {
        alone = true;
        changed();
      },
    };
  }
  return { clock, locks, happened, host, news: () => happened.splice(0) };
}

/** What a window is told in one word each, with the version it is sent to. */
export const told = (messages: ToWindow[]): string[] => messages.splice(0).map((message) => (message.kind === 'moved' ? `moved to ${message.to.version}` : message.kind));
