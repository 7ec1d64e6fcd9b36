import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Answer } from './answer.ts';
import { errorAnswer, PlatformError } from './platform-error.ts';
import { isLoopbackHost, readRequest, type HttpRequest } from './request.ts';

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Node's server around a function from request to answer. Names from outside are refused, whatever address they point to. */
export function createHttpServer(tools: { answer: (request: HttpRequest) => Promise<Answer>; upgrade: UpgradeHandler }): Server {
  const server = createServer((incoming, outgoing) => {
    void answerSafely(incoming, tools.answer).then((answer) => {
      outgoing.writeHead(answer.status, { RCRequestId: randomUUID(), 'x-content-type-options': 'nosniff', ...answer.headers });
      outgoing.end(answer.body);
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (isLoopbackHost(request.headers.host)) tools.upgrade(request, socket, head);
    else socket.destroy();
  });
  return server;
}

async function answerSafely(incoming: IncomingMessage, answer: (request: HttpRequest) => Promise<Answer>): Promise<Answer> {
  try {
    if (!isLoopbackHost(incoming.headers.host)) return errorAnswer(new PlatformError(403, 'CMN-120', 'The simulator answers to loopback names only'));
    return await answer(await readRequest(incoming));
  } catch (error) {
    if (error instanceof PlatformError) return errorAnswer(error);
    // A defect of the simulator itself: the caller learns only that, since the text of an unknown error may hold anything.
    return errorAnswer(new PlatformError(500, 'CMN-203', 'Internal Server Error'));
  }
}

/** Listens; gives the port, which for 0 is a free one. Rejects with Node's own error, e.g. EADDRINUSE. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** Stops listening and cuts what is still open. */
export async function stopListening(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
