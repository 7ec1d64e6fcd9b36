import { largestBatch } from '../../../wire/calls/log-answer.ts';
import type { Refusal } from '../../../wire/errors.ts';
import type { Clock } from '../../environment/clock.ts';
import type { LogAnswers, LoggedItem, NetSuiteClient } from '../../netsuite/client.ts';
import { NetSuiteFailure } from '../../netsuite/failure.ts';
import { createBackOff } from '../back-off.ts';
import type { LineTimings } from '../timings.ts';
import type { CallDraft, Draft, TextDraft } from './draft.ts';
import { nextBatch } from './next-batch.ts';

export interface SendDraftsTools {
  account: string;
  user: number;
  clock: Clock;
  random: () => number;
  timings: Pick<LineTimings, 'retryLogMs' | 'longestRetryMs'>;
  netsuite: Pick<NetSuiteClient, 'log'>;
  /** In the order in which they are to go. */
  due(): Draft[];
  /** NetSuite has said something of a draft; true: it is dealt with. */
  take(draft: Draft, result: LoggedItem | undefined): boolean;
  refuse(draft: Draft, refusal: Refusal): void;
  /** Others go first the next time. */
  putLast(draft: Draft): void;
  onChange(): void;
}

/** NetSuite's script dies of a log this often: another try is its owner's to order. */
const hopelessTries = 3;

/** The same for every log of this user, whatever is in it. */
const ofTheCaller = (code: Refusal['code'] | null): boolean => code === 'FORBIDDEN';

/**
 * Sends what is due, one request at a time, and again until nothing is. A batch that NetSuite refuses whole, or dies of, is
 * halved until the bad one is alone; between tries without progress it waits longer and longer.
 */
export function createSendDrafts({ account, user, clock, random, timings, netsuite, due, take, refuse, putLast, onChange }: SendDraftsTools) {
  const backOff = createBackOff(timings.retryLogMs, timings.longestRetryMs, random);
  let most = largestBatch;
  let sessionEnded = false;
  let sending: Promise<void> | null = null;
  let again = false;
  let ended = false;
  let cancelRetry = (): void => undefined;
  /** By draft: how often NetSuite failed over it alone, and whether others went through meanwhile. */
  const alone = new Map<string, { times: number; othersWent: boolean }>();

  /** NetSuite is there, and dies of this one. */
  function failsAlone({ id }: Draft): boolean {
    const { times, othersWent } = alone.get(id) ?? { times: 0, othersWent: false };
    alone.set(id, { times: times + 1, othersWent });
    return othersWent && times + 1 >= hopelessTries;
  }

  function settle(batch: Draft[], calls: CallDraft[], texts: TextDraft[], answers: LogAnswers): boolean {
    const left = batch.filter((draft) => !take(draft, draft.kind === 'call' ? answers.calls[calls.indexOf(draft)] : answers.texts[texts.indexOf(draft)]));
    left.forEach(putLast);
    for (const { id } of batch) alone.delete(id);
    for (const [id, { times }] of alone) alone.set(id, { times, othersWent: true });
    return left.length < batch.length;
  }

  /** true: there is no sense in waiting. */
  function failed(batch: Draft[], failure: unknown): boolean {
    const { kind, code, message } = failure instanceof NetSuiteFailure ? failure : { kind: 'network' as const, code: null, message: '' };
    sessionEnded = kind === 'session-ended' || code === 'WRONG_USER';
    if (sessionEnded || kind === 'network' || kind === 'limits') return false;
    if (kind === 'refused' && (batch.length === 1 || ofTheCaller(code))) for (const draft of batch) refuse(draft, { code: code ?? 'NETSUITE', detail: message });
    else most = Math.ceil(batch.length / 2);
    if (kind === 'refused') return true;
    const [only] = batch;
    if (only && batch.length === 1 && failsAlone(only)) {
      alone.delete(only.id);
      refuse(only, { code: 'NETSUITE', detail: message });
      return true;
    }
    batch.forEach(putLast);
    return false;
  }

  async function send(): Promise<void> {
    const batch = nextBatch(due(), most);
    if (batch.length === 0) return;
    const calls = batch.filter((draft) => draft.kind === 'call');
    const texts = batch.filter((draft) => draft.kind === 'text');
    let goOn: boolean;
    try {
      const answers = await netsuite.log({ account, user, calls: calls.map(({ log }) => log), ...(texts.length > 0 && { texts: texts.map(({ log }) => log) }) });
      sessionEnded = false;
      most = Math.min(largestBatch, most * 2);
      goOn = settle(batch, calls, texts, answers);
    } catch (failure) {
      goOn = failed(batch, failure);
    }
    onChange();
    cancelRetry();
    if (ended || due().length === 0) return;
    if (goOn) {
      backOff.reset();
      again = true;
    } else cancelRetry = clock.after(backOff.next(), flush);
  }

  function flush(): void {
    if (ended) return;
    if (sending) {
      again = true;
      return;
    }
    again = false;
    sending = send().finally(() => {
      sending = null;
      if (again) flush();
    });
  }

  return {
    flush,
    /** What was in the way may be gone: the network is back, somebody signed in. */
    tryNow(): void {
      backOff.reset();
      flush();
    },
    sessionEnded: (): boolean => sessionEnded,
    /** Settles when what was under way is at NetSuite or given up. */
    async close(): Promise<void> {
      ended = true;
      cancelRetry();
      await sending;
    },
  };
}
