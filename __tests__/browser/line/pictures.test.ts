import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import { createKeptPictures } from '../../../src/browser/line/texts/pictures/kept-pictures.ts';
import { createPictures } from '../../../src/browser/line/texts/pictures/pictures.ts';
import { lineTimings } from '../../../src/browser/line/timings.ts';
import { NetSuiteFailure } from '../../../src/browser/netsuite/failure.ts';
import type { Message } from '../../../src/core/messages/message.ts';
import { createFakeEnvironment, createPlainSealed } from './fakes.ts';
import { settled } from './hand-clock.ts';

const dana = { number: '+12075550134', name: 'Dana Whitfield' };
/** Dana sends pictures of a ramp; `sizes`: bytes as RingCentral says. */
const text = (id: string, sizes: (number | null)[] = [26]): Message => ({
  id, conversationId: '501', direction: 'Inbound', from: dana, to: [{ number: '+14155550131', name: null }], ours: '+14155550131', at: Date.UTC(2026, 10, 24, 9), text: 'The ramp', delivery: 'Received', reason: null,
  attachments: sizes.map((size, at) => ({ id: `${id}${at}`, name: 'ramp.jpg', type: 'image/jpeg', size, url: `https://media.ringcentral.com/content/${id}${at}` })),
});

function open() {
  const { environment, clock, store } = createFakeEnvironment();
  const sealed = createPlainSealed(store);
  const fetched: string[] = [];
  const brought: string[] = [];
  const bodies: string[] = [];
  /** What happens instead the next times; 'ok': nothing unusual. */
  const atRingCentral: (Error | 'ok')[] = [];
  const atNetSuite: (Error | 'ok')[] = [];
  const unsaved = new Set<string>();
  const company = { wanted: true };
  const signedIn: { as: string | null } = { as: '101' };
  let bytes = new TextEncoder().encode('the loading ramp');
  const make = () => createPictures({
    environment, timings: lineTimings(null), kept: createKeptPictures({ sealed, name: 'texts-known:4321098:7:picture' }), wanted: () => company.wanted, extensionId: () => signedIn.as, isUnsaved: (id) => unsaved.has(id), onChange: () => undefined,
    download: async (url) => {
      fetched.push(url.split('/').at(-1) ?? '');
      const failure = atRingCentral.shift() ?? 'ok';
      if (failure !== 'ok') throw failure;
      return { bytes: bytes.buffer, contentType: 'image/jpeg' };
    },
    netsuite: {
      changeService: async (action, body) => {
        const { messageId, attachmentId, contents } = body as { messageId: string; attachmentId: string; contents: string };
        const failure = atNetSuite.shift() ?? 'ok';
        if (failure !== 'ok') throw failure;
        brought.push(`${action} ${messageId} ${attachmentId}`);
        bodies.push(contents);
        return { kept: true } as never;
      },
    },
  });
  const line = { pictures: make() };
  return {
    clock, store, fetched, brought, bodies, atRingCentral, atNetSuite, unsaved, company, signedIn, line,
    has: (length: number) => void (bytes = new Uint8Array(length)),
    /** The message has come and NetSuite has its record. */
    async comes(...messages: Message[]): Promise<void> {
      line.pictures.add(messages);
      line.pictures.look();
      await settled();
    },
    async again(): Promise<void> {
      await line.pictures.close();
      line.pictures = make();
      await line.pictures.read();
      await settled();
    },
    refused: () => line.pictures.counts().refused.map(({ id, why, detail }) => [id, why, detail]),
  };
}

describe('pictures of texts', () => {
  it('are brought to NetSuite as they are, one after the other, once', async () => {
    const { comes, brought, bodies, fetched, line, store } = open();
    await comes(text('9001', [26, null]));
    await comes(text('9001', [26, null]));
    expect([brought, fetched]).toEqual([['keep-picture 9001 90010', 'keep-picture 9001 90011'], ['90010', '90011']]);
    expect(atob(bodies[0] ?? '')).toBe('the loading ramp');
    expect([line.pictures.counts(), store.values.size]).toEqual([{ waiting: 0, refused: [], refusedInAll: 0 }, 0]);
  });

  it('stay at RingCentral where the company keeps links: nothing is fetched, nothing is sent', async () => {
    const { comes, company, fetched, store } = open();
    company.wanted = false;
    await comes(text('9001'));
    expect([fetched, store.values.size]).toEqual([[], 0]);
  });

  it('wait until NetSuite has their message', async () => {
    const { comes, unsaved, brought, line } = open();
    unsaved.add('9001');
    await comes(text('9001'), text('9002'));
    expect([brought, line.pictures.counts().waiting]).toEqual([['keep-picture 9002 90020'], 1]);
    unsaved.clear();
    line.pictures.look();
    await settled();
    expect(brought).toContain('keep-picture 9001 90010');
  });

  it('that could not be brought outlive the browser with what is needed to fetch them, and none of their bytes', async () => {
    const { comes, atNetSuite, again, brought, store } = open();
    atNetSuite.push(new NetSuiteFailure('session-ended', 'HTTP 302'));
    await comes(text('9001'));
    expect(brought).toEqual([]);
    expect(JSON.stringify([...store.values.values()])).not.toContain(btoa('the loading ramp'));
    await again();
    expect([brought, store.values.size]).toEqual([['keep-picture 9001 90010'], 0]);
  });

  it.each([
    ['RingCentral is not reached', 'ringcentral', new RestFailure('network', 0, null)],
    ['the token is revoked', 'ringcentral', new RestFailure('signed-out', 401, null)],
    ['the network is gone', 'netsuite', new NetSuiteFailure('network', 'TypeError')],
    ['NetSuite is busy', 'netsuite', new NetSuiteFailure('limits', 'SSS_REQUEST_LIMIT_EXCEEDED')],
    ['somebody else writes the message’s record', 'netsuite', new NetSuiteFailure('refused', 'RCRD_HAS_BEEN_CHANGED', 'CONFLICT')],
  ])('wait and are tried again by themselves where %s', async (_what, where, failure) => {
    const { comes, atRingCentral, atNetSuite, brought, clock, line } = open();
    (where === 'netsuite' ? atNetSuite : atRingCentral).push(failure);
    await comes(text('9001'));
    expect([brought, line.pictures.counts()]).toEqual([[], { waiting: 1, refused: [], refusedInAll: 0 }]);
    await clock.pass(3_000);
    expect(brought).toEqual(['keep-picture 9001 90010']);
  });

  it.each([
    ['RingCentral has deleted', 'ringcentral', new RestFailure('refused', 404, 'CMN-102'), 'gone', ''],
    ['RingCentral does not give', 'ringcentral', new RestFailure('refused', 403, 'CMN-401'), 'not-given', 'CMN-401'],
    ['belongs to a colleague’s record', 'netsuite', new NetSuiteFailure('refused', 'message', 'NOT_YOURS'), 'NOT_YOURS', 'message'],
    ['has no folder', 'netsuite', new NetSuiteFailure('refused', 'folder', 'NOT_SET_UP'), 'NOT_SET_UP', 'folder'],
  ])('one that %s is shown with its reason and holds up no other', async (_what, where, failure, why, detail) => {
    const { comes, atRingCentral, atNetSuite, brought, refused } = open();
    (where === 'netsuite' ? atNetSuite : atRingCentral).push(failure);
    await comes(text('9001'), text('9002'));
    expect([refused(), brought]).toEqual([[['9001:90010', why, detail]], ['keep-picture 9002 90020']]);
  });

  it('one that is too large is not even fetched, or not sent', async () => {
    const { comes, has, fetched, brought, refused } = open();
    await comes(text('9001', [7_000_001]));
    expect(fetched).toEqual([]);
    has(7_000_001);
    await comes(text('9002', [null]));
    expect([fetched, brought, refused().map(([, why]) => why)]).toEqual([['90020'], [], ['TOO_LARGE', 'TOO_LARGE']]);
  });

  it('one over which NetSuite dies again and again waits for its owner, who tries it again or does without', async () => {
    const { comes, atNetSuite, brought, clock, line, refused, store } = open();
    atNetSuite.push(...Array.from({ length: 3 }, () => new NetSuiteFailure('failed', 'HTTP 500')));
    await comes(text('9001'));
    await clock.pass(30_000);
    expect(refused()).toEqual([['9001:90010', 'NETSUITE', '']]);
    expect(line.pictures.bringAgain('9001:90010')).toBe(true);
    await settled();
    expect([brought, refused()]).toEqual([['keep-picture 9001 90010'], []]);
    atNetSuite.push(new NetSuiteFailure('refused', 'INSUFFICIENT_PERMISSION', 'FORBIDDEN'));
    await comes(text('9002'));
    expect(refused()).toEqual([['9002:90020', 'FORBIDDEN', 'INSUFFICIENT_PERMISSION']]);
    expect(line.pictures.leave('9002:90020')).toBe(true);
    await settled();
    expect([refused(), line.pictures.leave('9002:90020'), store.values.size]).toEqual([[], false, 0]);
  });

  it('are forgotten where the company keeps links from now on', async () => {
    const { comes, atNetSuite, line, store } = open();
    atNetSuite.push(new NetSuiteFailure('refused', 'pictures', 'NOT_SET_UP'));
    await comes(text('9001'));
    expect([line.pictures.counts(), store.values.size]).toEqual([{ waiting: 0, refused: [], refusedInAll: 0 }, 0]);
  });

  it('of one extension are neither fetched nor counted while another is signed in', async () => {
    const { comes, unsaved, signedIn, fetched, line } = open();
    unsaved.add('9001');
    await comes(text('9001'));
    unsaved.clear();
    signedIn.as = '202';
    line.pictures.look();
    await settled();
    expect([fetched, line.pictures.counts().waiting]).toEqual([[], 0]);
    signedIn.as = '101';
    line.pictures.look();
    await settled();
    expect(fetched).toEqual(['90010']);
  });

  it('refused a while ago are tried again with the next page, but for those that are gone', async () => {
    const { comes, atRingCentral, clock, again, refused, brought } = open();
    atRingCentral.push(new RestFailure('refused', 404, null), new RestFailure('refused', 403, 'CMN-401'));
    await comes(text('9001'), text('9002'));
    await clock.pass(600_000);
    await again();
    expect([refused(), brought]).toEqual([[['9001:90010', 'gone', '']], ['keep-picture 9002 90020']]);
  });
});
