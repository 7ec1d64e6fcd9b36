import type { BrowserContext, Page } from 'playwright-core';
import type { LineState } from '../../src/wire/line/state.ts';

/** What a window knows and holds. */
export interface Watched { state: LineState | null; openPeers: number }

/** Keeps in every page what the line told it last, and counts its peer connections. Before the first page of a context. */
export const watchesState = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    const watched = { state: null as unknown, openPeers: () => peers.filter(({ connectionState }) => connectionState !== 'closed').length };
    Object.assign(window, { watchedLine: watched });
    const Peer = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Peer {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
    const Worker = window.SharedWorker;
    window.SharedWorker = class extends Worker {
      constructor(url: string | URL, options?: string | WorkerOptions) {
        super(url, options);
        this.port.addEventListener('message', ({ data }: MessageEvent<{ kind?: string; state?: unknown }>) => {
          if (data.kind === 'state') watched.state = data.state;
        });
      }
    };
  });

export const watchedOf = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { state, openPeers } = (window as unknown as { watchedLine: { state: LineState | null; openPeers(): number } }).watchedLine;
    return { state, openPeers: openPeers() };
  });
