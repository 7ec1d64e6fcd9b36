import { useEffect, useRef, useState } from 'preact/hooks';
import type * as v from 'valibot';
import { addCounts, noCounts } from '../../../../core/calls/reconcile.ts';
import type { Difference, ReconcileCounts } from '../../../../wire/sync/reconcile.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { answered } from '../../answered.ts';
import { dayInput, moment } from '../../moment.ts';
import { failureWords } from '../../words/netsuite.ts';
import { checkWords, counted, missingWords, troubleWords } from '../../words/sync.ts';
import { DifferenceList } from './difference-list.tsx';

/** A check, as far as it is. `waiting`: RingCentral asked for a pause; goes on by itself. */
export interface Check { from: string; to: string; counts: ReconcileCounts; differences: v.InferOutput<typeof Difference>[]; progress: number; is: 'running' | 'waiting' | 'done' | 'failed'; words: string }

/** Where RingCentral did not say when to ask again. */
const PAUSE_MS = 60_000;

/** Holds a period of RingCentral's call log against NetSuite, page by page: what is missing, what is double, and what may be. */
export function CheckCard({ company }: { company: CompanyClient }) {
  const [from, setFrom] = useState(dayInput(7));
  const [to, setTo] = useState(dayInput(0));
  const [check, setCheck] = useState<Check | null>(null);
  const turn = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = (): void => {
    turn.current += 1;
    clearTimeout(pause.current);
  };
  useEffect(() => stop, []);
  const wrong = from === '' || to === '' ? 'Choose both days.' : from > to ? 'The first day is after the last one.' : null;

  async function ask(mine: number, cursor: string | null, sofar: Check): Promise<void> {
    const answer = await answered(company.reconcile({ from: sofar.from, to: sofar.to, cursor }));
    if (turn.current !== mine) return;
    if (!answer.ok) return setCheck({ ...sofar, is: 'failed', words: failureWords(answer.failure) });
    if (answer.value.is === 'stopped') {
      const { trouble } = answer.value;
      if (trouble.retryAt === null) return setCheck({ ...sofar, is: 'failed', words: troubleWords(trouble) });
      setCheck({ ...sofar, is: 'waiting', words: `RingCentral asks for a pause until ${moment(trouble.retryAt)}. The check goes on by itself.` });
      const wait = Date.parse(trouble.retryAt) - Date.now();
      pause.current = setTimeout(() => void ask(mine, cursor, sofar), Number.isNaN(wait) ? PAUSE_MS : Math.max(1_000, wait));
      return;
    }
    const { counts, differences, next, progress } = answer.value;
    const more: Check = { ...sofar, counts: addCounts(sofar.counts, counts), differences: [...sofar.differences, ...differences], progress: next === null ? 1 : progress, is: next === null ? 'done' : 'running', words: '' };
    setCheck(more);
    if (next !== null) await ask(mine, next, more);
  }
  const begin = (): void => {
    stop();
    const fresh: Check = { from, to, counts: noCounts, differences: [], progress: 0, is: 'running', words: '' };
    setCheck(fresh);
    void ask(turn.current, null, fresh);
  };
  const goesOn = check?.is === 'running' || check?.is === 'waiting';
  return (
    <form class="card wide" aria-labelledby="check" noValidate onSubmit={(event) => { event.preventDefault(); if (wrong === null) begin(); }}>
      <h3 id="check">Check against RingCentral</h3>
      <p class="quiet">Every call of these days at RingCentral is looked up in NetSuite, for each user who took part. Nothing is changed.</p>
      <div class="from-to">
        <label class="field"><span>From</span><input type="date" value={from} max={dayInput(0)} onInput={(event) => setFrom(event.currentTarget.value)} /></label>
        <label class="field"><span>To</span><input type="date" value={to} max={dayInput(0)} onInput={(event) => setTo(event.currentTarget.value)} /></label>
      </div>
      {wrong && <p class="said">{wrong}</p>}
      <div class="actions">
        <Button submit disabled={goesOn || wrong !== null}>Check</Button>
        {goesOn && <Button onClick={() => { stop(); setCheck(null); }}>Stop</Button>}
        {goesOn && <progress max={1} value={check.progress} aria-label="Checked" />}
      </div>
      {check && check.words !== '' && <p class={check.is === 'failed' ? 'said' : 'quiet'} role="status">{check.words}</p>}
      {check && <Result check={check} />}
      {check && check.differences.length > 0 && <DifferenceList key={`${check.from}${check.to}`} company={company} differences={check.differences} mayMerge={check.is === 'done'} onMerged={begin} />}
    </form>
  );
}

function Result({ check: { counts, is } }: { check: Check }) {
  const right = counts.missing === 0 && counts.doubled === 0 && counts.surplus === 0;
  return (
    <>
      {is === 'done' && <p class={right ? 'good' : 'amber'} role="status">{counts.pairs === 0 && right ? 'RingCentral has no calls of these days.' : right ? `Everything is accounted for: ${counted(counts.pairs, 'call')}.` : `${counted(counts.missing, 'call')} missing, ${counts.doubled} double, ${counts.surplus} unknown to RingCentral.`}</p>}
      {is === 'done' && counts.missing > 0 && <p>{missingWords}</p>}
      <dl class="counts">{(Object.keys(checkWords) as (keyof ReconcileCounts)[]).map((name) => <div key={name}><dt>{checkWords[name]}</dt><dd>{counts[name].toLocaleString('en-US')}</dd></div>)}</dl>
    </>
  );
}
