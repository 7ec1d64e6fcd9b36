import { recentRows } from '../../../src/browser/portlet/recent-rows.ts';
import { ended, quietLine, talking } from '../ui/states.ts';

const known = [{ record: 40, title: 'Outbound call · Golden Gate Printing · completed', day: '11/20/2026' }];
const timeOfDay = (): string => '10:20';

describe('recent calls on the dashboard', () => {
  test('are those NetSuite knew when the page was made', () => {
    expect(recentRows(known, null, timeOfDay)).toEqual([{ record: 40, title: 'Outbound call · Golden Gate Printing · completed', when: '11/20/2026' }]);
  });

  test('begin with the one that was logged since, in the words of its record', () => {
    const call = ended({ callId: 'a', direction: 'Inbound', outcome: 'Missed', from: { number: '+16505550100', name: 'ACME LTD' } });
    const rows = recentRows(known, quietLine({ calls: [call], logged: { a: { status: 'saved', record: 41 } } }), timeOfDay);
    expect(rows.map(({ record, title, when }) => [record, title, when])).toEqual([[41, 'Inbound call · ACME LTD · missed', '10:20'], [40, known[0]?.title, '11/20/2026']]);
  });

  test('name nothing that is not in NetSuite yet, and nothing twice', () => {
    const calls = [talking({ callId: 'going' }), ended({ callId: 'waiting' }), ended({ callId: 'there' })];
    const state = quietLine({ calls, logged: { waiting: { status: 'waiting', record: null }, there: { status: 'saved', record: 40 } } });
    expect(recentRows(known, state, timeOfDay)).toHaveLength(1);
  });

  test('are no more than the portlet has room for', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ record: at, title: 'Inbound call', day: '11/20/2026' }));
    expect(recentRows(many, null, timeOfDay)).toHaveLength(8);
  });
});
