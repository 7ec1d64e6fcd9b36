import { numberKeys } from '../../../src/core/numbers/number-keys.ts';

const numbers = (texts: Record<string, string>, country = 'US') => Object.fromEntries([...numberKeys(texts, [country])].map(([field, [key]]) => [field, key?.number]));

describe('the numbers of one person', () => {
  test('at home are read at home', () => expect(numbers({ phone: '(650) 555-0100', mobilephone: '415 555 0145', fax: '' })).toEqual({ phone: '+16505550100', mobilephone: '+14155550145' }));

  test('abroad tell each other which country they are in', () =>
    expect(numbers({ mobilephone: '07700 900021', phone: '+44 131 496 0021' })).toEqual({ phone: '+441314960021', mobilephone: '+447700900021' }));

  test('that could be at home stay at home, whatever the others are', () => expect(numbers({ phone: '+44 131 496 0021', altphone: '650 555 0100' })).toMatchObject({ altphone: '+16505550100' }));

  test('that say nothing of their country are left out', () => expect(numbers({ phone: '020 7946 0018' })).toEqual({}));
});
