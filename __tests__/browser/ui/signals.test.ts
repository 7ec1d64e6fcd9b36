import { computed, follow, signal } from '../../../src/browser/ui/signals.ts';

const moment = (): Promise<void> => Promise.resolve();

describe('values that screens are drawn from', () => {
  test('tell once of whatever has changed in a moment', async () => {
    const name = signal('Priya');
    const muted = signal(false);
    const told: string[] = [];
    follow(() => `${name.value} ${muted.value ? 'muted' : 'heard'}`, (words) => told.push(words));
    name.value = 'Nair';
    muted.value = true;
    await moment();
    expect(told).toEqual(['Priya heard', 'Nair muted']);
  });

  test('tell nobody for whom nothing is different', async () => {
    const calls = signal<string[]>([]);
    const busy = computed(() => calls.value.length > 0);
    const told: boolean[] = [];
    follow(() => busy.value, (is) => told.push(is));
    calls.value = ['in-1'];
    await moment();
    calls.value = ['in-1', 'out-2'];
    await moment();
    calls.value = [];
    await moment();
    expect(told).toEqual([false, true, false]);
  });

  test('may be changed by who is told of another change', async () => {
    const audio = signal(false);
    const unfolded = signal(false);
    const told: boolean[] = [];
    follow(() => audio.value, (here) => { if (here) unfolded.value = true; });
    follow(() => unfolded.value, (open) => told.push(open));
    audio.value = true;
    await moment();
    await moment();
    expect(told).toEqual([false, true]);
  });
});
