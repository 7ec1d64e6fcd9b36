import { TimedOut, type Clock } from '../../environment/clock.ts';
import type { Socket } from '../../environment/line-environment.ts';
import type { LineTimings } from '../timings.ts';
import { readFrame, writeFrame, type Frame } from './frame.ts';

export interface GatewayConnectionTools {
  socket: Socket;
  clock: Clock;
  timings: Pick<LineTimings, 'heartbeatMs' | 'gatewayAnswerMs'>;
  newId(): string;
  /** Token that recovers this session on another socket; the newest counts. */
  onWsc(token: string): void;
  onNotification(body: unknown): void;
  /** Closed, by whomever. Told once. */
  onClosed(code: number): void;
}

/** One socket to the gateway: first frame, requests, heartbeat. Silent until the server has spoken, as it demands. */
export function createGatewayConnection({ socket, clock, timings, newId, onWsc, onNotification, onClosed }: GatewayConnectionTools) {
  const waiting = new Map<string, { resolve(frame: Frame): void; reject(failure: Error): void }>();
  let closed = false;
  let cancelWatch = (): void => undefined;
  let settleFirst: { resolve(frame: Frame): void; reject(failure: Error): void };
  const first = new Promise<Frame>((resolve, reject) => (settleFirst = { resolve, reject }));

  function finish(code: number): void {
    if (closed) return;
    closed = true;
    cancelWatch();
    const failure = new Error(`gateway closed ${code}`);
    settleFirst.reject(failure);
    for (const each of waiting.values()) each.reject(failure);
    waiting.clear();
    socket.close();
    onClosed(code);
  }

  /** Every inbound frame proves life; silence is asked about once, then the socket counts as dead. */
  function alive(): void {
    cancelWatch();
    cancelWatch = clock.after(timings.heartbeatMs, () => {
      if (closed) return;
      socket.send(writeFrame({ type: 'Heartbeat', messageId: newId() }));
      cancelWatch = clock.after(timings.gatewayAnswerMs, () => finish(0));
    });
  }

  socket.addEventListener('message', ({ data }) => {
    if (closed) return;
    alive();
    const frame = readFrame(data);
    if (!frame) return;
    if (frame.wsc !== null) onWsc(frame.wsc);
    if (frame.type === 'ConnectionDetails') settleFirst.resolve(frame);
    else if (frame.type === 'Error') settleFirst.reject(new Error('the gateway refused the connection'));
    else if (frame.type === 'ServerNotification') onNotification(frame.body);
    else if (frame.messageId !== null) waiting.get(frame.messageId)?.resolve(frame);
  });
  socket.addEventListener('close', ({ code }) => finish(code));
  socket.addEventListener('error', () => finish(0));
  cancelWatch = clock.after(timings.gatewayAnswerMs, () => finish(0));

  return {
    /** ConnectionDetails. Rejects when the gateway refuses or is silent. */
    first,
    /** A REST request over the socket; rejects on a status of 400 or more. */
    async request(method: string, path: string, body?: unknown): Promise<Frame> {
      const messageId = newId();
      const answer = new Promise<Frame>((resolve, reject) => waiting.set(messageId, { resolve, reject }));
      const cancel = clock.after(timings.gatewayAnswerMs, () => waiting.get(messageId)?.reject(new TimedOut('gateway')));
      try {
        socket.send(writeFrame({ type: 'ClientRequest', messageId, method, path, headers: {} }, body));
        const frame = await answer;
        if (frame.type !== 'ClientRequest' || (frame.status ?? 200) >= 400) throw new Error(`gateway refused ${method} with ${frame.status ?? frame.type}`);
        return frame;
      } finally {
        cancel();
        waiting.delete(messageId);
      }
    },
    close: (): void => finish(1000),
  };
}

export type GatewayConnection = ReturnType<typeof createGatewayConnection>;
