import { infoLink, isInfoLink, type LinkSubject } from '../../../src/core/people/info-link.ts';

const dana: LinkSubject = { id: '1204', type: 'customer', name: 'Dana & Söhne', company: '', phone: '+16505550100' };

describe('an info link', () => {
  test.each([
    ['https://erp.example.com/customers/{id}', 'https://erp.example.com/customers/1204'],
    ['https://search.example.com/?q={name}&tel={phone}', 'https://search.example.com/?q=Dana%20%26%20S%C3%B6hne&tel=%2B16505550100'],
    ['https://portal.example.com', 'https://portal.example.com'],
    ['https://portal.example.com:8443/#{type}', 'https://portal.example.com:8443/#customer'],
    ['HTTPS://ERP.Example.COM/{id}', 'HTTPS://ERP.Example.COM/1204'],
    [`https://erp.example.com/${'a'.repeat(476)}`, `https://erp.example.com/${'a'.repeat(476)}`],
  ])('%s leads to %s', (template, link) => expect(infoLink(template, dana)).toBe(link));

  test('is not offered while something in it is not known', () => expect(infoLink('https://erp.example.com/{company}', dana)).toBeNull());

  test('may name the company', () => expect(infoLink('https://erp.example.com/{company}', { ...dana, company: 'Söhne' })).toBe('https://erp.example.com/S%C3%B6hne'));

  test('leads nowhere else for somebody called .. however the address is written, though the administrator may lead up', () => {
    expect(infoLink('https://erp.example.com/a/../b/{name}', { ...dana, name: '..' })).toBeNull();
    expect(infoLink('https://erp.example.com/%2E{name}/b', { ...dana, name: '.' })).toBeNull();
    expect(infoLink('https://erp.example.com/a/../b/{name}', dana)).toBe('https://erp.example.com/a/../b/Dana%20%26%20S%C3%B6hne');
  });

  test('takes every half of a character', () => expect(infoLink('https://erp.example.com/{name}', { ...dana, name: '\ud83d a \ud83d' })).toBe('https://erp.example.com/%EF%BF%BD%20a%20%EF%BF%BD'));

  test('keeps what a caller is called from becoming a part of the address', () => {
    const evil = { ...dana, name: '../../logout?x=1#\ud83d' };
    expect(infoLink('https://erp.example.com/find/{name}', evil)).toBe('https://erp.example.com/find/..%2F..%2Flogout%3Fx%3D1%23%EF%BF%BD');
  });

  test.each([['https://erp.example.com/find/{name}', '..'], ['https://erp.example.com/{name}/logout', '.'], ['https://erp.example.com/find/.{name}?q=1', '.']])('%s leads nowhere else for somebody called %p', (template, name) => {
    expect(infoLink(template, { ...dana, name })).toBeNull();
    expect(infoLink(`${template}#{name}`.replace('/{name}', '/dana').replace('.{name}', 'dana'), { ...dana, name })).toMatch(/^https:\/\/erp\.example\.com\/.*\.$/);
  });

  test.each([
    'http://erp.example.com/{id}', 'javascript:alert(1)', 'https://{name}.example.com/', 'https://example.com{id}', 'https://user@example.com/', 'https://example.com/{balance}', 'https://example.com/{id', 'https://example.com/id}',
    'javascript:alert(1)//https://example.com', 'javascript:https://example.com', ' https://example.com', `https://erp.example.com/${'a'.repeat(477)}`, 'https://example.com/{}',
    'https://example.com/"onclick=', 'https://example.com/a b', 'https://', '//example.com', '', `https://example.com/${'a'.repeat(500)}`,
  ])('is not made of %p', (template) => expect([isInfoLink(template), infoLink(template, dana)]).toEqual([false, null]));
});
