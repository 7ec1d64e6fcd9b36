import { MergeDoubles, Reconcile } from '../../wire/sync/reconcile.ts';
import { BackFill, DropWaiting, SaveSync, TestSync } from '../../wire/sync/sync.ts';
import { reading, type Action } from '../session/json-endpoint.ts';
import { mergeDoubles } from './merge-doubles.ts';
import { reconcilePage } from './reconcile-page.ts';
import { syncCard } from './sync-card.ts';
import { backFill, runSync, saveSync, stopBackFill } from './sync-orders.ts';
import { testConnection } from './test-connection.ts';
import { unpark } from './waiting-calls.ts';

/** What administrators see and order of call sync. */
export const syncActions: Record<string, Action> = {
  'read-sync': { changes: false, run: () => syncCard(Date.now()) },
  'save-sync': { changes: true, run: (body) => saveSync(reading(SaveSync, body, 'BAD_SETTING').settings, Date.now()) },
  'test-sync': { changes: true, run: (body) => testConnection(reading(TestSync, body, 'BAD_SETTING'), Date.now()) },
  'run-sync': { changes: true, run: () => runSync(Date.now()) },
  'back-fill': { changes: true, run: (body) => backFill(reading(BackFill, body, 'BAD_SETTING'), Date.now()) },
  'stop-back-fill': { changes: true, run: () => stopBackFill(Date.now()) },
  // Every run tries them again; so this is one.
  'retry-waiting': { changes: true, run: () => runSync(Date.now()) },
  'drop-waiting': {
    changes: true,
    run: (body) => {
      unpark(reading(DropWaiting, body).id);
      return syncCard(Date.now());
    },
  },
  reconcile: { changes: false, run: (body) => reconcilePage(reading(Reconcile, body), Date.now()) },
  'merge-doubles': { changes: true, run: (body) => mergeDoubles(reading(MergeDoubles, body)) },
};
