import { createSdpOrigins } from '../../../src/browser/line/sip/sdp-origins.ts';

const sdp = (origin: string): string => `v=0\r\no=- ${origin} IN IP4 127.0.0.1\r\ns=-\r\n`;

describe('the origin of a dialog’s descriptions', () => {
  it('stays one session whose version counts up, whichever window describes it', () => {
    const origins = createSdpOrigins();
    expect(origins.stamp('call-1', sdp('4611 2'))).toBe(sdp('4611 2'));
    expect(origins.stamp('call-1', sdp('9999 2'))).toBe(sdp('4611 3'));
    expect(origins.stamp('call-1', sdp('7777 5'))).toBe(sdp('4611 4'));
  });

  it('does not change when the same description is sent again after a challenge', () => {
    const origins = createSdpOrigins();
    origins.stamp('call-1', sdp('4611 2'));
    expect(origins.stamp('call-1', sdp('4611 2'))).toBe(sdp('4611 2'));
  });

  it('is each call’s own, and ends with it', () => {
    const origins = createSdpOrigins();
    origins.stamp('call-1', sdp('4611 2'));
    expect(origins.stamp('call-2', sdp('8888 1'))).toBe(sdp('8888 1'));
    origins.forget('call-1');
    expect(origins.stamp('call-1', sdp('5555 7'))).toBe(sdp('5555 7'));
  });

  it('leaves alone what names none', () => {
    expect(createSdpOrigins().stamp('call-1', 'v=0\r\n')).toBe('v=0\r\n');
  });
});
