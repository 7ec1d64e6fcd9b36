import type { ToLine } from '../../wire/line/messages.ts';
import type { Boot } from '../../wire/session/boot.ts';
import type { HostedLine, IncomingPort, LineEvents } from '../hosting/hosted-line.ts';
import type { LineTools } from './account/line-tools.ts';
import { createUserLine } from './account/user-line.ts';
import { createSeverableEnvironment } from './severable-environment.ts';

/**
 * The one phone of the user named in `boot`: windows connect and talk to it. Holds a Web Lock of its own for life, for
 * which windows wait; it is taken first, since a window that waits for one nobody holds would take this line for dead.
 */
export async function createLine(tools: LineTools, boot: Boot, events: LineEvents): Promise<HostedLine> {
  const { environment, sever } = createSeverableEnvironment(tools.environment);
  const lock = `rcns-line:${environment.newId()}`;
  let letGo = (): void => undefined;
  await new Promise<void>((held) => {
    void environment.locks.hold(lock, () => {
      held();
      return new Promise<void>((resolve) => (letGo = resolve));
    });
  });
  const line = createUserLine({ ...tools, environment }, boot, events);

  return {
    connect(port: IncomingPort): void {
      let windowId: string | null = null;
      port.onMessage((message: ToLine) => {
        if (message.kind === 'hello') {
          windowId = message.windowId;
          line.windows.join(message, port);
          port.post({ kind: 'welcome', lock, version: tools.version });
          port.post({ kind: 'state', state: line.state() });
          line.pageLoaded(message);
          return;
        }
        if (windowId === null) return;
        const from = windowId;
        switch (message.kind) {
          case 'visible':
            line.windows.visible(from, message.visible);
            return;
          case 'sound':
            line.windows.sound(from, message.sound);
            return;
          case 'asleep':
            line.windows.asleep(from);
            return;
          case 'command':
            line.command(from, message.command).then((result) => port.post({ kind: 'command-result', id: message.id, result }), () => undefined);
            return;
          case 'media-reply':
            line.mediaReply(from, message.id, message.reply);
            return;
          case 'media-event':
            line.mediaEvent(from, message.event);
            return;
        }
      });
    },
    isBusy: line.isBusy,
    isAlone: () => line.windows.awake() === 0,
    newerWaits: line.newerWaits,
    async leave(): Promise<void> {
      await line.close();
      sever();
      letGo();
    },
    sever(): void {
      line.windows.close();
      sever();
      letGo();
    },
  };
}
