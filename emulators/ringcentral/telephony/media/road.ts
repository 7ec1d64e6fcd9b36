import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';

const host = '127.0.0.1';

/** Two UDP sockets between a page and the switch: what comes to the one leaves by the other, unless it gets lost. */
export interface Road {
  /** Where the page has to send to. */
  port: number;
  /** Nothing passes any more. */
  block(): void;
  close(): void;
}

const open = (): Promise<Socket> => new Promise((resolve) => {
  const socket = createSocket('udp4');
  // An unreachable end is what a road is there to show, not a fault of this process.
  socket.on('error', () => undefined);
  socket.bind(0, host, () => resolve(socket));
});

/** @param tools.to port of the switch; @param tools.loses asked for each packet. */
export async function createRoad(tools: { to: number; loses(): boolean }): Promise<Road> {
  const [front, back] = [await open(), await open()];
  let page: number | null = null;
  let blocked = false;
  const passes = (): boolean => !blocked && !tools.loses();
  front.on('message', (packet, from) => {
    page = from.port;
    if (passes()) back.send(packet, tools.to, host);
  });
  back.on('message', (packet) => {
    if (page !== null && passes()) front.send(packet, page, host);
  });
  return {
    port: front.address().port,
    block: () => { blocked = true; },
    close() {
      front.close();
      back.close();
    },
  };
}
