import { createDigitalLine } from '../../../src/browser/line/health/digital-line.ts';
import { RestFailure } from '../../../src/browser/line/oauth/rest.ts';
import { createHandClock, settled } from './hand-clock.ts';

function open() {
  const clock = createHandClock();
  const news: string[] = [];
  const asked: string[] = [];
  let answer: () => Promise<unknown> = async () => ({ records: [{ phoneLines: [] }, {}] });
  const line = createDigitalLine({ clock, timings: { refusedRetryMs: 120_000 }, rest: { get: (path) => { asked.push(path); return answer(); } }, onNews: (is) => news.push(is) });
  const refused = async (status: number): Promise<void> => {
    line.hear({ what: 'leg-refused', at: 1, status, reason: 'Forbidden' });
    await settled();
  };
  return { clock, news, asked, line, refused, answers: (next: () => Promise<unknown>) => (answer = next) };
}
const withLine = async () => ({ records: [{ phoneLines: [{ id: '1' }] }] });

describe('the digital line of a user', () => {
  it('is missed when RingCentral refuses a call and no device of the user has one', async () => {
    const { refused, news, asked } = open();
    await refused(403);
    expect(news).toEqual(['missing']);
    expect(asked).toEqual(['/restapi/v1.0/account/~/extension/~/device']);
  });

  it('is not looked for when the one called is busy or does not answer', async () => {
    const { refused, asked } = open();
    for (const status of [486, 480, 487, 404, 0]) await refused(status);
    expect(asked).toEqual([]);
  });

  it('is asked about once where there is one, until the phone has registered again', async () => {
    const { refused, asked, line, news, answers } = open();
    answers(withLine);
    await refused(403);
    await refused(403);
    expect([asked.length, news]).toEqual([1, []]);
    line.phoneUp();
    await refused(403);
    expect(asked.length).toBe(2);
  });

  it('is noticed when an administrator has assigned one: by itself within two minutes, or at once when somebody tries', async () => {
    const patient = open();
    await patient.refused(403);
    patient.answers(withLine);
    await patient.clock.pass(120_000);
    expect(patient.news).toEqual(['missing', 'there']);
    const impatient = open();
    await impatient.refused(403);
    impatient.answers(withLine);
    impatient.line.tryNow();
    await settled();
    expect(impatient.news).toEqual(['missing', 'there']);
  });

  it('stays missing when the phone registers again, and when RingCentral cannot be asked', async () => {
    const { refused, line, news, clock, answers } = open();
    await refused(403);
    line.phoneUp();
    answers(() => Promise.reject(new RestFailure('network', 503, null)));
    await clock.pass(120_000);
    expect(news).toEqual(['missing', 'missing']);
    answers(withLine);
    await clock.pass(120_000);
    expect(news.at(-1)).toBe('there');
  });

  it('says nothing where RingCentral does not answer or what it says is not a list of devices', async () => {
    const { refused, news, answers } = open();
    answers(() => Promise.reject(new RestFailure('network', 0, null)));
    await refused(403);
    answers(async () => ({ records: 'none' }));
    await refused(403);
    expect(news).toEqual([]);
  });
});
