import { createHash } from 'node:crypto';
import md5 from '../../../src/browser/line/stubs/md5.ts';

const nodes = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

describe('the digest a SIP password is shown by', () => {
  it('is the one of RFC 1321', () => {
    expect(md5('')).toBe('d41d8cd98f00b204e9800998ecf8427e');
    expect(md5('message digest')).toBe('f96b697d7cb7938d525a2f31aaf161d0');
  });

  it('is right for every length round a block, and for names of every script', () => {
    const texts = [...Array.from({ length: 200 }, (_, length) => 'Ax:'.repeat(67).slice(0, length)), '802396001:sip.ringcentral.com:pässwörd✓', '☎'.repeat(1000)];
    for (const text of texts) expect(md5(text)).toBe(nodes(text));
  });
});
