import { shownRows } from '../../../src/browser/app/admin/organizers/shown-rows.ts';
import { isMoving, syncFace } from '../../../src/browser/app/admin/sync/sync-view.ts';
import { dayInput } from '../../../src/browser/app/moment.ts';
import type { OrganizerRow } from '../../../src/wire/organizers/organizers.ts';
import type { SyncCard } from '../../../src/wire/sync/sync.ts';

const secrets = { clientId: 'custsecret_a', clientSecret: 'custsecret_b', jwt: 'custsecret_c' };
const standing = (more: Partial<SyncCard> = {}): Pick<SyncCard, 'settings' | 'running' | 'trouble' | 'backFills'> => ({ settings: { on: true, secrets, since: null, texts: false }, running: null, trouble: null, backFills: [], ...more });
const trouble = { cause: 'JWT_REFUSED', detail: '', at: '2026-11-23T21:15:00Z', retryAt: null } as const;
const running = { since: '2026-11-23T21:15:00Z', calls: null };
const backFill = { kind: 'back-fill', from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z', progress: 0.2, calls: 12, counts: { created: 9, completed: 0, unchanged: 3, unmapped: 0, failed: 0 } } as const;

describe('call sync in a word', () => {
  it.each([
    ['Off', standing({ settings: { on: false, secrets, since: null, texts: false }, trouble })],
    ['On', standing()],
    ['Needs attention', standing({ trouble, running })],
    ['Running…', standing({ running, trouble: { ...trouble, cause: 'RATE_LIMITED' } })],
    ['On, catching up', standing({ backFills: [backFill] })],
  ])('is %s', (label, card) => expect(syncFace(card).label).toBe(label));

  it('is looked at again only while something moves', () => {
    expect([standing(), standing({ running }), standing({ backFills: [backFill] }), standing({ settings: { on: false, secrets, since: null, texts: false }, backFills: [backFill] })].map(isMoving)).toEqual([false, true, true, false]);
  });
});

const row = (extensionNumber: string, more: Partial<OrganizerRow> = {}): OrganizerRow => ({ extensionId: `20${extensionNumber}`, extensionNumber, name: 'Sam Rivera', email: 'sam@fairweather.example', numbers: ['+16505550151'], current: true, employee: { id: 7, name: 'Samuel Rivera' }, how: 'email', waiting: 0, ...more });

describe('the list of extensions', () => {
  it('begins with those whose calls wait, then with those that nobody organizes, then by number', () => {
    const rows = [row('1001'), row('99'), row('104', { employee: null, how: 'unmapped' }), row('105', { employee: null, how: 'unmapped', waiting: 3 })];
    expect(shownRows(rows, { text: '', unmappedOnly: false }).map(({ extensionNumber }) => extensionNumber)).toEqual(['105', '104', '99', '1001']);
    expect(shownRows(rows, { text: '', unmappedOnly: true }).map(({ extensionNumber }) => extensionNumber)).toEqual(['105', '104']);
  });

  it.each(['SAMUEL', '55501', '1001', 'fairweather'])('is searched for %s on both sides', (text) => expect(shownRows([row('1001'), row('7', { name: 'Kim', email: '', numbers: [], employee: null })], { text, unmappedOnly: false })).toHaveLength(1));
});

it('A day so many days ago is one of this computer’s calendar', () => expect([dayInput(0, new Date(2026, 2, 1, 0, 5)), dayInput(1, new Date(2026, 2, 1, 0, 5))]).toEqual(['2026-03-01', '2026-02-28']));
