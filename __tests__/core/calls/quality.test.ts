import { gradeOf, mosOf, ratingOf, type AudioFigures } from '../../../src/core/calls/quality.ts';
import { noReading, readQuality, shownQuality, wholeQuality, type QualityReading } from '../../../src/core/calls/read-quality.ts';

describe('the E-model', () => {
  it.each([
    [93.2, 4.41],
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
  ])('gives a rating of %d the score of %d, as G.107 publishes it', (rating, mos) => {
    // The published table is rounded a little generously at 80.
    expect(Math.abs(mosOf(rating) - mos)).toBeLessThan(0.01);
  });

  it('never leaves 1 to 4.5', () => {
    for (let rating = -50; rating <= 150; rating += 1) expect(mosOf(rating)).toBeGreaterThanOrEqual(1);
    expect(mosOf(150)).toBe(4.5);
  });

  // G.113, appendix I: equipment impairment of G.711 with concealment under random loss.
  it.each([
    [0, 0],
    [2, 7],
    [5, 15],
    [7, 20],
    [10, 25],
  ])('charges %d %% of loss about as G.113 does: %d', (lossPercent, impairment) => {
    const clean = ratingOf({ jitterMs: 0, lossPercent: 0, roundTripMs: 0 });
    expect(Math.abs(clean - ratingOf({ jitterMs: 0, lossPercent, roundTripMs: 0 }) - impairment)).toBeLessThan(3);
  });

  it('does not mind a delay that people do not notice, and does mind one they do', () => {
    const at = (roundTripMs: number) => ratingOf({ jitterMs: 0, lossPercent: 0, roundTripMs });
    expect(at(0) - at(200)).toBeLessThan(3);
    expect(at(200) - at(800)).toBeGreaterThan(25);
  });

  it('names the categories of G.109', () => {
    expect([93, 80, 79.9, 60, 59.9].map(gradeOf)).toEqual(['good', 'good', 'fair', 'fair', 'poor']);
  });
});

const figures = (over: Partial<AudioFigures> = {}): AudioFigures => ({ received: 0, lost: 0, jitterMs: 2, roundTripMs: 40, farLossPercent: 0, ...over });
/** Reads one set of figures every five seconds. */
const read = (...each: (AudioFigures | { held: AudioFigures })[]): QualityReading =>
  each.reduce<QualityReading>((reading, one, index) => ('held' in one ? readQuality(reading, one.held, index * 5_000, false) : readQuality(reading, one, index * 5_000, true)), noReading);

describe('the quality of a call', () => {
  it('is told from the second reading on, by what came since the first', () => {
    expect(shownQuality(read(figures({ received: 1_000, lost: 900 })))).toBeNull();
    expect(shownQuality(read(figures({ received: 1_000, lost: 900 }), figures({ received: 1_250, lost: 900 })))).toMatchObject({ grade: 'good', lossPercent: 0, jitterMs: 2, roundTripMs: 40, lasting: false });
  });

  it('is poor where a quarter of the packets is lost, in whichever direction', () => {
    expect(shownQuality(read(figures(), figures({ received: 188, lost: 62 })))).toMatchObject({ grade: 'poor', lossPercent: 24.8 });
    expect(shownQuality(read(figures(), figures({ received: 250, farLossPercent: 25 })))).toMatchObject({ grade: 'poor', lossPercent: 25 });
  });

  it('is worth advice after a quarter of a minute, and no more once it is better', () => {
    const bad = [0, 1, 2, 3].map((step) => figures({ received: 150 * step, lost: 100 * step }));
    expect(shownQuality(read(...bad.slice(0, 3)))?.lasting).toBe(false);
    expect(shownQuality(read(...bad))?.lasting).toBe(true);
    expect(shownQuality(read(...bad, figures({ received: 700, lost: 300 })))?.lasting).toBe(false);
  });

  it('says nothing of a call on hold, nor of one that nothing comes from', () => {
    expect(shownQuality(read(figures(), { held: figures({ received: 10, lost: 240 }) }))).toBeNull();
    expect(shownQuality(read(figures(), figures({ received: 0 })))).toBeNull();
    expect(wholeQuality(read(figures(), { held: figures({ received: 10, lost: 240 }) }, figures({ received: 260, lost: 240 })))).toMatchObject({ lossPercent: 0, seconds: 5 });
  });

  it('goes on when another connection counts from the beginning, as after a page load', () => {
    expect(shownQuality(read(figures({ received: 9_000, lost: 500 }), figures({ received: 240, lost: 10 })))).toMatchObject({ lossPercent: 4 });
  });

  it('does not count a packet that came late after all as less than none lost', () => {
    expect(shownQuality(read(figures({ received: 100, lost: 5 }), figures({ received: 350, lost: 3 })))?.lossPercent).toBe(0);
  });

  it('leaves open what a browser does not report', () => {
    const shown = shownQuality(read(figures(), figures({ received: 250, roundTripMs: null, jitterMs: null, farLossPercent: null })));
    expect(shown).toMatchObject({ roundTripMs: null, jitterMs: 0, grade: 'good' });
  });

  it('is kept as the mean over its talk; the round trip over the time it was known', () => {
    const reading = read(figures(), figures({ received: 250, jitterMs: 10, roundTripMs: null }), figures({ received: 450, lost: 50, jitterMs: 30, roundTripMs: 100 }));
    expect(wholeQuality(reading)).toMatchObject({ jitterMs: 20, lossPercent: 10, roundTripMs: 100, seconds: 10 });
    expect(wholeQuality(noReading)).toBeNull();
  });
});
