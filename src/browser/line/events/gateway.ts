import * as v from 'valibot';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import { createBackOff } from '../back-off.ts';
import type { LineTimings } from '../timings.ts';
import { createGatewayConnection, type GatewayConnection } from './gateway-connection.ts';
import type { WsToken } from './ws-token.ts';

export interface GatewayTools {
  environment: Pick<LineEnvironment, 'clock' | 'random' | 'openSocket' | 'newId' | 'onOnline'>;
  timings: Pick<LineTimings, 'gatewayRetryMs' | 'longestRetryMs' | 'heartbeatMs' | 'gatewayAnswerMs'>;
  token: WsToken;
  /** All filters in one subscription: a second one would replace the first. */
  eventFilters: string[];
  onNews(is: 'starting' | 'up' | 'down'): void;
  /** A socket closed that was up, or never came up; the close code, 0 where there was none. */
  onClosed(code: number, wasUp: boolean): void;
  /** Body of one event. */
  onEvent(body: unknown): void;
  /** Events since the last connection are lost for good. */
  onGap(): void;
}

const Details = v.object({ recoveryState: v.optional(v.string()) });
const Subscribed = v.object({ id: v.string() });
const Notification = v.object({ subscriptionId: v.optional(v.string()), body: v.unknown() });

/** Keeps one subscription alive: connects, recovers with the last `wsc` within RingCentral's time, subscribes anew when that fails. */
export function createGateway({ environment, timings, token, eventFilters, onNews, onClosed, onEvent, onGap }: GatewayTools) {
  const { clock } = environment;
  const backOff = createBackOff(timings.gatewayRetryMs, timings.longestRetryMs, environment.random);
  let running = 0;
  let started = false;
  let connection: GatewayConnection | null = null;
  let wsc: string | null = null;
  let subscriptionId: string | null = null;
  let up = false;
  /** A connection was replaced without its missed events. */
  let missed = false;
  let cancelRetry = (): void => undefined;
  let ignoreOnline = (): void => undefined;

  function lost(run: number): void {
    if (run !== running) return;
    connection = null;
    up = false;
    onNews('down');
    cancelRetry();
    cancelRetry = clock.after(backOff.next(), () => void connect(run));
  }

  async function connect(run: number): Promise<void> {
    if (run !== running || connection) return;
    cancelRetry();
    onNews('starting');
    let address: string;
    try {
      address = await token.address();
    } catch {
      if (run === running) onClosed(0, false);
      lost(run);
      return;
    }
    if (run !== running || connection) return;
    const recovering = subscriptionId !== null && wsc !== null;
    const url = recovering ? `${address}&wsc=${encodeURIComponent(wsc as string)}` : address;
    const current = createGatewayConnection({
      socket: environment.openSocket(url),
      clock,
      timings,
      newId: environment.newId,
      onWsc: (next) => (wsc = next),
      onNotification: (body) => {
        const read = v.safeParse(Notification, body);
        if (read.success && (subscriptionId === null || read.output.subscriptionId === undefined || read.output.subscriptionId === subscriptionId)) onEvent(read.output.body);
      },
      onClosed: (code) => {
        if (connection === current && run === running) onClosed(code, up);
        // A token that did not open the gateway is not tried twice.
        if (!up) token.forget();
        if (connection === current) lost(run);
      },
    });
    connection = current;
    try {
      const details = v.safeParse(Details, (await current.first).body);
      const recovered = recovering && details.success && details.output.recoveryState === 'Successful';
      if (!recovered) {
        missed ||= subscriptionId !== null;
        subscriptionId = null;
        const answer = await current.request('POST', '/restapi/v1.0/subscription', { deliveryMode: { transportType: 'WebSocket' }, eventFilters });
        subscriptionId = v.parse(Subscribed, answer.body).id;
      }
      if (run !== running) return;
      up = true;
      backOff.reset();
      onNews('up');
      if (missed) onGap();
      missed = false;
    } catch {
      wsc = null;
      current.close();
    }
  }

  return {
    start(): void {
      running += 1;
      started = true;
      const run = running;
      backOff.reset();
      ignoreOnline();
      ignoreOnline = environment.onOnline(() => void connect(run));
      void connect(run);
    },
    /** Somebody does not want to wait for the next try. */
    tryNow(): void {
      if (!started || up) return;
      backOff.reset();
      void connect(running);
    },
    stop(): void {
      running += 1;
      started = false;
      up = false;
      cancelRetry();
      ignoreOnline();
      wsc = null;
      subscriptionId = null;
      missed = false;
      const current = connection;
      connection = null;
      current?.close();
    },
    isUp: (): boolean => up,
  };
}

export type Gateway = ReturnType<typeof createGateway>;
