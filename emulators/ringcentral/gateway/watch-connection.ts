import type { WebSocket } from 'ws';
import { errorFrame } from './frames.ts';

/** Seconds. Usual values of the real service in ringcentral.md 3.1. */
export interface GatewayTimings {
  /** How long a lost session waits for its client. */
  recoverySeconds: number;
  /** Closed with WSG-902 after so long without a frame from the client. */
  idleSeconds: number;
  /** Closed with WSG-903 at this age. */
  absoluteSeconds: number;
  /** Protocol-level ping; without a pong before the next one the socket is cut. */
  pingSeconds: number;
}

export const usualTimings: GatewayTimings = { recoverySeconds: 180, idleSeconds: 1800, absoluteSeconds: 86_400, pingSeconds: 30 };

/** Ends a connection that is silent, dead or too old. `heard` on every frame of the client. */
export function keepWatch(socket: WebSocket, timings: GatewayTimings): { heard(): void; close(): void } {
  const end = (code: string, message: string) => (): void => {
    socket.send(JSON.stringify(errorFrame(code, message)));
    socket.close(1000);
  };
  const idle = setTimeout(end('WSG-902', 'Idle timeout'), timings.idleSeconds * 1000);
  const absolute = setTimeout(end('WSG-903', 'Absolute timeout'), timings.absoluteSeconds * 1000);
  let pongDue = false;
  const ping = setInterval(() => {
    if (pongDue) socket.terminate();
    pongDue = true;
    socket.ping();
  }, timings.pingSeconds * 1000);
  socket.on('pong', () => { pongDue = false; });
  for (const timer of [idle, absolute, ping]) timer.unref();
  return {
    heard: () => { idle.refresh(); },
    close() {
      clearTimeout(idle);
      clearTimeout(absolute);
      clearInterval(ping);
    },
  };
}
