import { createPanelHost, type PanelPlace } from '../../../src/browser/companion/panel-host.ts';
import type { CommandResult } from '../../../src/wire/line/commands.ts';

const refused: CommandResult = { done: false, refusal: 'not-connected', detail: '' };
const done: CommandResult = { done: true, value: null };
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A page whose panel loads, or not, and is wanted, or not. */
function page() {
  const told: CommandResult[] = [];
  const places: PanelPlace[] = [];
  const facts = { wanted: false, reachable: true, loads: 0 };
  const host = createPanelHost({
    load() {
      facts.loads += 1;
      return facts.reachable ? Promise.resolve({ tell: (result) => void told.push(result) }) : Promise.reject(new TypeError('Failed to fetch'));
    },
    wanted: () => facts.wanted,
    show: (place) => places.push(place),
  });
  return { host, facts, told, places };
}

describe('the panel of a record page', () => {
  test('is not loaded while nothing wants it', async () => {
    const { host, facts } = page();
    host.update();
    host.tell(done);
    await settled();
    expect(facts.loads).toBe(0);
  });

  test('is loaded once, however often it is wanted', async () => {
    const { host, facts, places } = page();
    facts.wanted = true;
    host.update();
    host.update();
    await settled();
    host.update();
    expect([facts.loads, places]).toEqual([1, ['loading', 'here']]);
  });

  test('comes for a refused number, and says it', async () => {
    const { host, told } = page();
    host.tell(refused);
    await settled();
    host.tell(done);
    expect(told).toEqual([refused, done]);
  });

  test('that cannot be loaded is said, and loaded when the person tries again', async () => {
    const { host, facts, places, told } = page();
    facts.reachable = false;
    host.tell(refused);
    await settled();
    host.update();
    facts.reachable = true;
    host.retry();
    await settled();
    expect([facts.loads, places, told]).toEqual([2, ['loading', 'failed', 'absent', 'loading', 'here'], [refused]]);
  });

  test('that could not be loaded is no longer missed once the call has gone, and tried anew for the next', async () => {
    const { host, facts, places } = page();
    Object.assign(facts, { reachable: false, wanted: true });
    host.update();
    await settled();
    facts.wanted = false;
    host.update();
    Object.assign(facts, { reachable: true, wanted: true });
    host.update();
    await settled();
    expect(places).toEqual(['loading', 'failed', 'absent', 'loading', 'here']);
  });
});
