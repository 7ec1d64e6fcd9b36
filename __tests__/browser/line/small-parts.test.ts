import { createBackOff } from '../../../src/browser/line/back-off.ts';
import { createServerClock } from '../../../src/browser/line/events/server-clock.ts';
import { isLoopback, socketAddress } from '../../../src/browser/line/loopback.ts';
import { challengeOf, secretWord } from '../../../src/browser/line/oauth/pkce.ts';
import { readPeer } from '../../../src/browser/line/sip/peer.ts';
import { XMLBuilder, XMLParser } from '../../../src/browser/line/stubs/xml.ts';
import { lineTimings, usualTimings } from '../../../src/browser/line/timings.ts';
import { chooseMediaWindow } from '../../../src/browser/line/windows/choose-media-window.ts';

describe('RC messages', () => {
  it('are read as RingCentral writes them', () => {
    const read = new XMLParser().parse('<Msg><Hdr SID="35488" Req="{A1}" From="#12@sip.example.com:5060" To="17206666666*115" Cmd="6"/><Bdy SrvLvl="-149" Phn="+16505550100" Nm="O&apos;Brien &amp; Sons &lt;b&gt;" ToNm=\'Dana &#x41;\'/></Msg>');
    expect(read.Msg.Hdr.$).toEqual({ SID: '35488', Req: '{A1}', From: '#12@sip.example.com:5060', To: '17206666666*115', Cmd: '6' });
    expect(read.Msg.Bdy.$).toEqual({ SrvLvl: '-149', Phn: '+16505550100', Nm: "O'Brien & Sons <b>", ToNm: 'Dana A' });
  });

  it('come back as they were written, hostile names included', () => {
    const document = { Msg: { Hdr: { $: { SID: '1', Cmd: '12' } }, Bdy: { $: { Cln: 'a"b', Bdy: '<script>alert("x")</script>\n& more' } } } };
    expect(new XMLParser().parse(new XMLBuilder().build(document))).toEqual(document);
  });

  it('cannot reach into an object’s prototype', () => {
    new XMLParser().parse('<Msg><Hdr __proto__="polluted"/><Bdy/></Msg>');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('are empty for anything else', () => {
    expect(new XMLParser().parse('<!DOCTYPE x><html>').Msg.Bdy.$).toEqual({});
  });
});

describe('a peer of SIP', () => {
  it.each([
    ['"Priya Nair" <sip:+442079460123@sip.example.com>;tag=x', '+442079460123', 'Priya Nair'],
    ['"Priya \\"Q\\" Nair" <sip:102@sip.example.com>', '102', 'Priya "Q" Nair'],
    ['<sip:+442079460123@sip.example.com>', '+442079460123', null],
    ['"Anonymous" <sip:anonymous@anonymous.invalid>', '', null],
    ['"+442079460123" <sip:+442079460123@sip.example.com>', '+442079460123', null],
    ['nonsense', '', null],
    [undefined, '', null],
  ])('%s', (header, number, name) => expect(readPeer(header)).toEqual({ number, name }));
});

describe('where TLS may be left out', () => {
  it.each(['localhost', 'ringcentral.localhost', '127.0.0.1', '127.9.9.9', '[::1]'])('%s is this computer', (host) => expect(isLoopback(host)).toBe(true));
  it.each(['localhost.evil.example', '127.0.0.1.evil.example', 'sip.ringcentral.com', '10.0.0.1'])('%s is not', (host) => expect(isLoopback(host)).toBe(false));
  it('decides how a proxy is reached', () => {
    expect(socketAddress('127.0.0.1:8090')).toBe('ws://127.0.0.1:8090');
    expect(socketAddress('sip10.ringcentral.com:8083')).toBe('wss://sip10.ringcentral.com:8083');
  });
});

describe('PKCE', () => {
  it('makes the challenge of RFC 7636, appendix B', async () => {
    expect(await challengeOf(globalThis.crypto, 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });
  it('makes a new word each time, long enough for a verifier', () => {
    const [first, second] = [secretWord(globalThis.crypto), secretWord(globalThis.crypto)];
    expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(first).not.toBe(second);
  });
});

describe('pauses between tries', () => {
  it('double up to the longest and begin anew after a success', () => {
    const backOff = createBackOff(2_000, 60_000, () => 0.5);
    expect([1, 2, 3, 4, 5, 6, 7].map(() => backOff.next())).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    backOff.reset();
    expect(backOff.next()).toBe(2_000);
  });
});

describe('RingCentral’s clock', () => {
  it('gives an event that was held up its true moment', () => {
    const clock = createServerClock();
    expect(clock.ours(1_000_000, 1_000_050)).toBe(1_000_050);
    expect(clock.ours(1_001_000, 1_091_000)).toBe(1_001_050);
  });
});

describe('timings', () => {
  it('are the usual ones unless a page says otherwise', () => {
    expect(lineTimings(null)).toEqual(usualTimings);
    expect(lineTimings({ retryLogMs: 200 })).toEqual({ ...usualTimings, retryLogMs: 200 });
  });
});

describe('the window that carries a call’s audio', () => {
  const window = (windowId: string, more: Partial<Parameters<typeof chooseMediaWindow>[0][number]> = {}) => ({ windowId, page: 'record' as const, visible: false, awake: true, since: 1, ...more });

  it('is the one that was clicked in, even when another is in view', () => {
    expect(chooseMediaWindow([window('clicked'), window('seen', { visible: true })], 'clicked')).toBe('clicked');
  });
  it('is the pop-out wherever somebody clicked, and whatever is in view', () => {
    expect(chooseMediaWindow([window('clicked', { visible: true, since: 9 }), window('pop-out', { page: 'pop-out' })], 'clicked')).toBe('pop-out');
    expect(chooseMediaWindow([window('clicked'), window('pop-out', { page: 'pop-out' })], 'clicked', new Set(['pop-out']))).toBe('clicked');
  });
  it('is otherwise the visible one, else the app, else the newest', () => {
    expect(chooseMediaWindow([window('new', { since: 9 }), window('seen', { visible: true })], null)).toBe('seen');
    expect(chooseMediaWindow([window('new', { since: 9 }), window('app', { page: 'app' })], null)).toBe('app');
    expect(chooseMediaWindow([window('old'), window('new', { since: 9 })], null)).toBe('new');
  });
  it('is never one that sleeps in the page cache, nor one that did not answer', () => {
    expect(chooseMediaWindow([window('asleep', { awake: false }), window('silent')], 'asleep', new Set(['silent']))).toBeNull();
  });
});
