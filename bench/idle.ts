import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { salesRep } from '../emulators/demo/people.ts';
import { atWork } from './at-work.ts';
import type { Bench } from './bench.ts';
import { rounded } from './figure.ts';

const tabs = 8;
const usualMinutes = 2;
const megabyte = 1024 * 1024;

/** Of a page after a collection. */
async function heapOf(context: BrowserContext, page: Page): Promise<number> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize / megabyte;
}

/** Requests that reach NetSuite from now on. */
function countRequests(netsuite: string): { stop(): number } {
  let count = 0;
  const { port } = new URL(netsuite);
  const note = (message: unknown): void => {
    const { request } = message as { request: IncomingMessage };
    if (String(request.socket.localPort) === port) count += 1;
  };
  subscribe('http.server.request.start', note);
  return {
    stop() {
      unsubscribe('http.server.request.start', note);
      return count;
    },
  };
}

/** Eight tabs with nothing to do. */
export const idle: Bench = {
  ids: ['idle.netsuite_requests', 'idle.sockets', 'idle.heap_mb'],
  measure: ({ minutes }) =>
    atWork(async ({ world, sam, first }) => {
      const url = first.url();
      const isOurs = /\/companion\.js/;
      await sam.context.route(isOurs, (route) => route.abort());
      const bare = await sam.context.newPage();
      await bare.goto(url);
      await sam.context.unroute(isOurs);
      const pages = [first];
      while (pages.length < tabs) {
        const page = await sam.context.newPage();
        await page.goto(url);
        pages.push(page);
      }
      for (const page of pages) await page.getByRole('button', { name: /Connected/ }).waitFor();
      const requests = countRequests(world.demo.netsuite.url);
      const waited = minutes ?? usualMinutes;
      await pause(waited * 60_000);
      const asked = requests.stop();
      const extension = world.demo.ringcentral.control.state().extensions.find(({ extensionNumber }) => extensionNumber === salesRep.extensionNumber);
      const [gateway, sip] = [extension?.gatewaySockets ?? 0, extension?.sipSockets ?? 0];
      const bareHeap = await heapOf(sam.context, bare);
      let heap = 0;
      for (const page of pages) heap += (await heapOf(sam.context, page)) - bareHeap;
      const during = `${tabs} tabs, ${waited} minutes without a call`;
      return [
        { id: 'idle.netsuite_requests', what: `requests to NetSuite: ${during}`, value: asked, unit: 'requests' },
        { id: 'idle.sockets', what: `sockets to RingCentral, ${gateway} of the gateway and ${sip} of SIP: ${during}`, value: gateway + sip, unit: 'sockets' },
        { id: 'idle.heap_mb', what: `heap of a tab above the bare page: ${during}`, value: rounded(heap / tabs, 2), unit: 'MB' },
      ];
    }),
};
