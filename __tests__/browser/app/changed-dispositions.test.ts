import { changedDispositions, dispositionTrouble } from '../../../src/browser/app/admin/logging/changed-dispositions.ts';

const kept = [{ id: 1, name: 'Reached', offered: true }, { id: 2, name: 'Call back', offered: true }];

describe('a list of dispositions, edited', () => {
  it('tells NetSuite of what is new or other, and of nothing else', () => {
    const rows = [{ id: 1, name: 'Reached ', offered: true }, { id: 2, name: 'Call back', offered: false }, { id: null, name: ' Sold', offered: true }, { id: null, name: ' ', offered: true }];
    expect(changedDispositions(kept, rows)).toEqual([{ id: 2, name: 'Call back', offered: false }, { id: null, name: 'Sold', offered: true }]);
  });

  it.each([
    ['a name twice in other letters', [...kept, { id: null, name: ' CALL BACK', offered: true }], '“Call back” is there twice.'],
    ['a name that was emptied', [{ id: 1, name: ' ', offered: true }], 'A disposition needs a name. To put it away, take the tick from Offered.'],
    ['nothing wrong', [...kept, { id: null, name: '', offered: true }, { id: null, name: '', offered: true }], null],
  ])('with %s says so', (_what, rows, words) => expect(dispositionTrouble(rows)).toBe(words));
});
