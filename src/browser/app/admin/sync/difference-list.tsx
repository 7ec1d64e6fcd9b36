import { useState } from 'preact/hooks';
import type * as v from 'valibot';
import type { Difference } from '../../../../wire/sync/reconcile.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { readableNumber } from '../../../ui/phone-number.ts';
import { phoneCallAddress } from '../../../ui/who.ts';
import { withheldNumber } from '../../../ui/words/call.ts';
import { moment } from '../../moment.ts';
import { SavingWords, useSaving } from '../../saving.tsx';
import { counted, differenceWords, refusedMergeWords } from '../../words/sync.ts';

type Each = v.InferOutput<typeof Difference>;

/** More at once would be slow to draw. */
const MOST_SHOWN = 100;
/** NetSuite takes so many in one request. */
const AT_ONCE = 10;

const side = (number: string): string => (number === '' ? withheldNumber : readableNumber(number));

/** What the check found, call by call; doubles can be made one. */
export function DifferenceList({ company, differences, mayMerge, onMerged }: { company: CompanyClient; differences: readonly Each[]; mayMerge: boolean; onMerged: () => void }) {
  const { saving, isBusy, send } = useSaving();
  const doubles = differences.filter(({ kind }) => kind === 'doubled');
  const [refusal, setRefusal] = useState<string | null>(null);
  const merge = async (): Promise<void> => {
    setRefusal(null);
    let left = doubles.map(({ telephonySessionId, extensionId }) => ({ telephonySessionId, extensionId }));
    while (left.length > 0) {
      const [now, later] = [left.slice(0, AT_ONCE), left.slice(AT_ONCE)];
      const merged = await send(() => company.mergeDoubles({ pairs: now }));
      if (merged === null) return;
      const refused = merged.refused.find(({ code }) => code !== 'LATER' || merged.removed === 0);
      if (refused) return setRefusal(refusedMergeWords(refused.code));
      left = [...merged.refused.map(({ telephonySessionId, extensionId }) => ({ telephonySessionId, extensionId })), ...later];
    }
    onMerged();
  };
  return (
    <>
      <ul class="plain-rows" aria-label="Differences">
        {differences.slice(0, MOST_SHOWN).map(({ kind, telephonySessionId, extensionId, startedAt, direction, from, to, phoneCalls }) => (
          <li key={`${kind}${telephonySessionId}${extensionId}`}>
            <span><b>{differenceWords[kind]}</b> {direction ?? 'Call'} {side(from)} → {side(to)}</span>
            <span class="quiet">{startedAt ? moment(startedAt) : 'Time unknown'}{phoneCalls.map((id) => <span key={id}> · <a href={phoneCallAddress(id)} target="_blank" rel="noopener">Phone call {id}</a></span>)}</span>
          </li>
        ))}
      </ul>
      {differences.length > MOST_SHOWN && <p class="quiet">{counted(differences.length - MOST_SHOWN, 'difference')} more.</p>}
      {doubles.length > 0 && mayMerge && (
        <div class="actions">
          <Button disabled={isBusy} onClick={() => void merge()}>Make one of each double</Button>
          <SavingWords saving={saving} busy="Putting them together…" done="" />
        </div>
      )}
      {refusal && <p class="said" role="alert">{refusal}</p>}
    </>
  );
}
