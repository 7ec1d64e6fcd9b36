import type { CallReport } from '../src/core/calls/to-log.ts';
import { logEverything } from '../src/core/calls/wants-logging.ts';
import { systemClock } from '../src/browser/environment/clock.ts';
import { createNetSuiteClient } from '../src/browser/netsuite/client.ts';
import { createDraftStore } from '../src/browser/line/outbox/draft-store.ts';
import { createOutbox, type Outbox } from '../src/browser/line/outbox/outbox.ts';
import { usualTimings } from '../src/browser/line/timings.ts';
import { doors, type Visitor } from '../__tests__/emulators/product/harbor.ts';
import { until } from '../__tests__/journeys/steps/until.ts';

/** The product's own outbox and HTTP client over somebody's session, with production's delays: a tab's way of logging, many at a time. */
export interface Tab {
  outbox: Outbox;
  /** As connecting does long before a call ends: the session's token is known from then on. */
  connects(): Promise<unknown>;
  /** The call has ended: its draft goes as it does in the line. */
  ends(callId: string, report: CallReport): void;
  /** Resolves when NetSuite has said something of every draft. */
  isDone(withinMs: number): Promise<void>;
  close(): Promise<void>;
}

function memoryStore() {
  const values = new Map<string, unknown>();
  return {
    read: async (name: string) => values.get(name) ?? null,
    write: async (name: string, value: unknown) => void values.set(name, value),
    delete: async (name: string) => void values.delete(name),
    names: async (prefix: string) => [...values.keys()].filter((name) => name.startsWith(prefix)),
    written: async () => undefined,
    isLasting: () => true,
  };
}

export function openTab(account: string, visitor: Visitor): Tab {
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), origin: visitor.origin };
    const { status, body } = await visitor.send(url, { method: String(init.method), headers, body: String(init.body) });
    return new Response(body, { status });
  };
  const netsuite = createNetSuiteClient({ urls: doors, fetch });
  const outbox = createOutbox({
    account, user: visitor.id, timings: usualTimings, whatToLog: () => logEverything, onNotes: () => false, onChange: () => undefined,
    environment: { clock: systemClock, random: Math.random, onOnline: () => () => undefined },
    store: createDraftStore(memoryStore(), account, visitor.id),
    netsuite,
  });
  return {
    outbox,
    connects: netsuite.session,
    ends(callId, report) {
      outbox.keep(callId, report, { open: false, throughQueue: false });
      outbox.flush();
    },
    isDone: (withinMs) => until('every log is acknowledged', () => outbox.unsent().waiting === 0, withinMs).then(() => undefined),
    close: () => outbox.close(),
  };
}
