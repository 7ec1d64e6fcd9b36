import { createModuleLoader } from '../../../src/browser/environment/module-loader.ts';

describe('a module that did not load', () => {
  test('is tried a second time by another address, because a browser remembers the failure', async () => {
    const asked: string[] = [];
    const load = createModuleLoader((url) => {
      asked.push(url);
      return asked.length < 4 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ createPanel: 'here' });
    });
    await expect(load('/core/media/media.nl?id=7')).rejects.toThrow('Failed to fetch');
    await expect(load('/core/media/media.nl?id=7')).resolves.toEqual({ createPanel: 'here' });
    expect(asked).toEqual(['/core/media/media.nl?id=7', '/core/media/media.nl?id=7&try=2', '/core/media/media.nl?id=7&try=3', '/core/media/media.nl?id=7&try=4']);
  });
});
