import { useEffect, useState } from 'preact/hooks';
import { type PersonType, personTypes } from '../../../../core/people/person.ts';
import { type CallField, type FieldChoices, mostCallFields } from '../../../../wire/people/call-card.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { type Answered, answered } from '../../answered.ts';
import { failureWords } from '../../words/netsuite.ts';

const typeWords: Record<PersonType, string> = { customer: 'Customers, leads, prospects', contact: 'Contacts', vendor: 'Vendors', partner: 'Partners', employee: 'Employees', job: 'Projects' };

/** Call Fields: which fields of each type are shown in a call, in which order. */
export function CallFieldsCard({ company, fields, onChange }: { company: CompanyClient; fields: readonly CallField[]; onChange: (fields: CallField[]) => void }) {
  const [type, setType] = useState<PersonType>('customer');
  const [answer, setAnswer] = useState<Answered<FieldChoices> | null>(null);
  const ask = (): void => {
    setAnswer(null);
    void answered(company.callFieldChoices(type)).then(setAnswer);
  };
  useEffect(() => {
    let late = false;
    setAnswer(null);
    void answered(company.callFieldChoices(type)).then((next) => { if (!late) setAnswer(next); });
    return () => { late = true; };
  }, [type]);
  const choices = answer?.ok ? answer.value.fields : [];
  const labelOf = (field: string): string => choices.find((choice) => choice.field === field)?.label ?? field;
  const chosen = fields.filter((each) => each.type === type);
  const left = choices.filter(({ field }) => !chosen.some((each) => each.field === field));
  return (
    <section class="card" aria-labelledby="call-fields">
      <h3 id="call-fields">Call Fields</h3>
      <p class="quiet">Shown in a call with somebody whose record is known, under the permissions of whoever looks; texts, numbers and ticks can be changed there.</p>
      <label class="field">
        <span>Of</span>
        <select value={type} onChange={(event) => setType(event.currentTarget.value as PersonType)}>{personTypes.map((each) => <option key={each} value={each}>{typeWords[each]}</option>)}</select>
      </label>
      {answer === null && <p class="quiet" role="status">Reading the fields…</p>}
      {answer?.ok === false && <div class="failure" role="alert"><p>{failureWords(answer.failure)}</p><Button onClick={ask}>Try again</Button></div>}
      {chosen.length === 0 ? <p>None yet.</p> : (
        <ul class="plain-rows" aria-label="Chosen fields">
          {chosen.map(({ field }) => <li key={field}><span>{labelOf(field)} <span class="quiet">{field}</span></span><Button icon="close" iconOnly onClick={() => onChange(fields.filter((each) => each.type !== type || each.field !== field))}>{`Do not show ${labelOf(field)}`}</Button></li>)}
        </ul>
      )}
      {answer?.ok && fields.length < mostCallFields && (
        <label class="field">
          <span>Add a field</span>
          <select value="" onChange={(event) => { if (event.currentTarget.value) onChange([...fields, { type, field: event.currentTarget.value }]); }}>
            <option value="">Choose a field</option>
            {left.map(({ field, label }) => <option key={field} value={field}>{label} ({field})</option>)}
          </select>
        </label>
      )}
    </section>
  );
}
