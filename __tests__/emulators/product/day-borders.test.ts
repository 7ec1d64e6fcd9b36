import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { ReconcileAnswer } from '../../../src/wire/sync/reconcile.ts';
import { createScriptedRingCentral } from './scripted-ringcentral.ts';
import { maria, openSynced } from './synced.ts';

/** Zones whose clocks change on the second day: an hour twice, an hour twice at midnight's other side, and half an hour skipped. */
const zones = [
  { zone: 'America/Los_Angeles', days: ['2026-10-31', '2026-11-01', '2026-11-02'] },
  { zone: 'Europe/Berlin', days: ['2026-10-24', '2026-10-25', '2026-10-26'] },
  { zone: 'Australia/Lord_Howe', days: ['2026-10-03', '2026-10-04', '2026-10-05'] },
] as const;

for (const { zone, days } of zones) {
  test(`a call at the very border of a day belongs to one day, also when the clocks change (${zone})`, async () => {
    const [company, scripted] = await Promise.all([openSynced({}, {}, { timeZone: zone }), createScriptedRingCentral([{ id: maria.id, extensionNumber: maria.number, type: 'User', name: 'Maria Santos' }])]);
    try {
      await company.value(v.unknown(), { action: 'save-company', settings: { clientId: 'browser-app', server: scripted.url, redirectUri: '' } });
      const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
      const dayOf = (at: number): string => shown.format(at);
      // Every half hour of these days, and the last and first millisecond beside each.
      const moments = Array.from({ length: 5 * 48 }, (_, half) => Date.parse(`${days[0]}T00:00:00Z`) - 86_400_000 + half * 1_800_000).flatMap((at) => [at - 1, at]);
      scripted.writes(...moments.map((at, index) => ({ id: `B${index}`, sessionId: String(9000 + index), telephonySessionId: `s-b${index}`, type: 'Voice', direction: 'Inbound', action: 'Phone Call', result: 'Missed', startTime: new Date(at).toISOString(), duration: 0, from: { phoneNumber: '+18025550142' }, to: { extensionId: maria.id }, extension: { id: maria.id } })));
      const pairsOf = async (from: string, to: string): Promise<number> => {
        const answer = await company.value(ReconcileAnswer, { action: 'reconcile', from, to, cursor: null });
        assert.ok(answer.is === 'page' && answer.next === null);
        return answer.counts.pairs;
      };
      const each: number[] = [];
      for (const day of days) each.push(await pairsOf(day, day));
      assert.deepEqual(each, days.map((day) => moments.filter((at) => dayOf(at) === day).length));
      assert.equal(await pairsOf(days[0], days[2]), each.reduce((a, b) => a + b, 0));
    } finally {
      await company.close();
      await scripted.close();
    }
  });
}
