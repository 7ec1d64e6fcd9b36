import { useEffect, useRef, useState } from 'preact/hooks';
import type { Employee } from '../../../../wire/organizers/organizers.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { type Answered, answered } from '../../answered.ts';
import { failureWords } from '../../words/netsuite.ts';

/** A pause in typing after which NetSuite is asked. */
const PAUSE_MS = 250;

type Found = { text: string; answer: Answered<{ employees: Employee[] }> };

/** Finds an employee by part of a name or e-mail address. */
export function EmployeePicker({ company, label, busy, onPick }: { company: CompanyClient; label: string; busy: boolean; onPick: (employee: Employee) => void }) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const wanted = text.trim();
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (wanted === '') return undefined;
    let late = false;
    const pause = setTimeout(() => void answered(company.findEmployees(wanted)).then((answer) => { if (!late) setFound({ text: wanted, answer }); }), PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(pause);
    };
  }, [wanted]);
  const current = found?.text === wanted ? found.answer : null;
  return (
    <div class="picker">
      <label class="field">
        <span>{label}: name or e-mail</span>
        <input ref={field} value={text} autocomplete="off" maxLength={100} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {wanted !== '' && current === null && <p class="quiet" role="status">Searching…</p>}
      {current?.ok === false && <p class="said" role="alert">{failureWords(current.failure)}</p>}
      {current?.ok && current.value.employees.length === 0 && <p class="quiet" role="status">No employee has this in their name or e-mail.</p>}
      {current?.ok && (
        <ul class="plain-rows">
          {current.value.employees.map((employee) => <li key={employee.id}><button type="button" class="button" disabled={busy} onClick={() => onPick(employee)}>{employee.name}</button></li>)}
        </ul>
      )}
    </div>
  );
}
