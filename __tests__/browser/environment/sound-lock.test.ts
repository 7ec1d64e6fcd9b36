import { createSoundLock, type SoundPage } from '../../../src/browser/environment/sound-lock.ts';
import { settled } from '../line/hand-clock.ts';

/** A page of a browser that keeps sound back until a person has clicked. */
function page(play: () => Promise<void>, wasActive: boolean | null = false) {
  const listeners = new Map<string, () => void>();
  let tries = 0;
  const asked: SoundPage = {
    newAudio: () => ({ play: () => { tries += 1; return play(); } }),
    wasActive: () => wasActive,
    addEventListener(type, listener, { signal }) {
      listeners.set(type, listener);
      signal.addEventListener('abort', () => listeners.delete(type));
    },
  };
  return { asked, click: () => listeners.get('click')?.(), listens: () => listeners.size > 0, tries: () => tries };
}
const refusal = (name: string): Error => Object.assign(new Error('play() failed'), { name });

describe('sound', () => {
  it('is unlocked where the browser plays it', async () => {
    const heard: string[] = [];
    const { asked, listens } = page(async () => undefined);
    const lock = createSoundLock(asked, (sound) => heard.push(sound));
    expect(lock.now()).toBe('unknown');
    await settled();
    expect([lock.now(), ...heard, listens()]).toEqual(['unlocked', 'unlocked', false]);
  });

  it('is locked until the first click', async () => {
    let allowed = false;
    const heard: string[] = [];
    const { asked, click, listens } = page(() => (allowed ? Promise.resolve() : Promise.reject(refusal('NotAllowedError'))), true);
    createSoundLock(asked, (sound) => heard.push(sound));
    await settled();
    expect(heard).toEqual(['locked']);
    allowed = true;
    click();
    await settled();
    expect([...heard, listens()]).toEqual(['locked', 'unlocked', false]);
  });

  it('is not known in a page that was never in view, until a click there', async () => {
    let answers = (): Promise<void> => new Promise(() => undefined);
    const { asked, click } = page(() => answers());
    const lock = createSoundLock(asked, () => undefined);
    await settled();
    expect(lock.now()).toBe('unknown');
    answers = async () => undefined;
    click();
    await settled();
    expect(lock.now()).toBe('unlocked');
  });

  it('is what the browser counts of clicks, where a page’s policy refuses the trial', async () => {
    const silent = createSoundLock(page(() => Promise.reject(refusal('NotSupportedError')), false).asked, () => undefined);
    const heard = createSoundLock(page(() => Promise.reject(refusal('NotSupportedError')), true).asked, () => undefined);
    await settled();
    expect([silent.now(), heard.now()]).toEqual(['locked', 'unlocked']);
  });

  it('is locked again when a ring was refused, and tried with the next click', async () => {
    const { asked, click } = page(async () => undefined);
    const lock = createSoundLock(asked, () => undefined);
    await settled();
    lock.refused();
    expect(lock.now()).toBe('locked');
    click();
    await settled();
    expect(lock.now()).toBe('unlocked');
  });
});
