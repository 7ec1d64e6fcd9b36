import { linkAll } from '../../../src/browser/app/people/link-all.ts';

const ann = { type: 'contact', id: 31 } as const;

describe('linking every call of a number', () => {
  test('goes on request by request until none is left, and counts what could not be changed', async () => {
    const answers = [{ linked: 60, left: 30, kept: 1 }, { linked: 30, left: 0, kept: 1 }];
    expect(await linkAll({ linkCalls: async () => answers.shift() ?? { linked: 0, left: 0, kept: 0 } }, '+18025550140', ann)).toEqual({ linked: 90, kept: 1 });
  });

  test('stops where a request links nothing', async () => {
    let asked = 0;
    const linkCalls = async () => ({ linked: 0, left: 5, kept: (asked += 1) });
    expect(await linkAll({ linkCalls }, '+18025550140', ann)).toEqual({ linked: 0, kept: 6 });
    expect(asked).toBe(1);
  });
});
