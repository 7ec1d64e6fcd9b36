import type { ToLine, ToWindow } from '../../wire/line/messages.ts';
import type { LineTools } from './account/line-tools.ts';
import { createUserLine, type UserLine } from './account/user-line.ts';

/** The worker's end of a window's port. */
export interface IncomingPort {
  post(message: ToWindow): void;
  onMessage(listener: (message: ToLine) => void): void;
  close(): void;
}

/**
 * The one phone of a user: windows connect, the first one's boot data say whose line it is. `lock` names the Web Lock
 * that this worker holds for life; windows wait for it.
 */
export function createLine(tools: LineTools, lock: string) {
  let line: UserLine | null = null;

  return {
    connect(port: IncomingPort): void {
      let windowId: string | null = null;
      port.onMessage((message) => {
        if (message.kind === 'hello') {
          line ??= createUserLine(tools, message.boot);
          windowId = message.windowId;
          line.windows.join(message, port);
          port.post({ kind: 'welcome', lock, version: tools.version });
          port.post({ kind: 'state', state: line.state() });
          line.pageLoaded(message);
          return;
        }
        if (!line || windowId === null) return;
        const from = windowId;
        switch (message.kind) {
          case 'visible':
            line.windows.visible(from, message.visible);
            return;
          case 'asleep':
            line.windows.asleep(from);
            return;
          case 'command':
            line.command(from, message.command).then((result) => port.post({ kind: 'command-result', id: message.id, result }), () => undefined);
            return;
          case 'media-reply':
            line.requests.reply(from, message.id, message.reply);
            return;
          case 'media-event':
            line.mediaEvent(message.event);
            return;
        }
      });
    },
    close: (): Promise<void> => line?.close() ?? Promise.resolve(),
  };
}
