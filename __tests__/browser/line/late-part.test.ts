import { createLatePart, PartMissing } from '../../../src/browser/line/late-part.ts';
import { createHandClock, settled } from './hand-clock.ts';

function open(...answers: (Error | { version: string } | 'never')[]) {
  const clock = createHandClock();
  let loads = 0;
  const load = (): Promise<unknown> => {
    loads += 1;
    const answer = answers.shift() ?? { version: 'of-today' };
    return answer === 'never' ? new Promise(() => undefined) : answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const part = createLatePart({ clock, version: 'of-today', load, open: (module: { version: string }) => ({ from: module.version }) });
  return { part, clock, loads: () => loads };
}

describe('a part of the line that is loaded when it is asked for', () => {
  it('is loaded once, however many ask, and not before', async () => {
    const { part, loads } = open();
    expect([part.here(), loads()]).toEqual([null, 0]);
    expect(await Promise.all([part.get(), part.get()])).toEqual([{ from: 'of-today' }, { from: 'of-today' }]);
    await part.get();
    expect([part.here(), loads()]).toEqual([{ from: 'of-today' }, 1]);
  });

  it('says that the network was gone, and comes with the next asking', async () => {
    const { part } = open(new TypeError('Failed to fetch'));
    await expect(part.get()).rejects.toEqual(new PartMissing('network'));
    expect(await part.get()).toEqual({ from: 'of-today' });
  });

  it('keeps nobody waiting for a server that does not answer', async () => {
    const { part, clock } = open('never');
    const asked = part.get().catch((failure: PartMissing) => failure.why);
    await clock.pass(8_000);
    await settled();
    expect(await asked).toBe('network');
    expect(await part.get()).toEqual({ from: 'of-today' });
  });

  it('is not used when another version was deployed over it', async () => {
    const { part } = open({ version: 'of-tomorrow' });
    await expect(part.get()).rejects.toMatchObject({ why: 'version' });
    expect(part.here()).toBeNull();
  });
});
