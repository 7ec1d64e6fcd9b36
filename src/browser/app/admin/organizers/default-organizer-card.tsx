import { useState } from 'preact/hooks';
import type { Employee, Organizers } from '../../../../wire/organizers/organizers.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';
import { EmployeePicker } from './employee-picker.tsx';

/** Who organizes the calls of extensions without an employee; nobody: they wait. */
export function DefaultOrganizerCard({ company, kept, onSaved }: { company: CompanyClient; kept: Employee | null; onSaved: (organizers: Organizers) => void }) {
  const [choosing, setChoosing] = useState(false);
  const { saving, isBusy, send } = useSaving();
  const save = async (employee: number | null): Promise<void> => {
    const next = await send(() => company.saveDefaultOrganizer(employee));
    if (!next) return;
    setChoosing(false);
    onSaved(next);
  };
  return (
    <section class="card" aria-labelledby="default-organizer">
      <h3 id="default-organizer">Default organizer</h3>
      <p>{kept ? <><b>{kept.name}</b> organizes the calls of every extension without an employee of its own.</> : 'None: calls of extensions without an employee wait until these are mapped.'}</p>
      <div class="actions">
        <Button expanded={choosing} onClick={() => setChoosing(!choosing)}>{kept ? 'Choose another' : 'Choose'}</Button>
        {kept && <Button disabled={isBusy} onClick={() => void save(null)}>Let calls wait</Button>}
        <SavingWords saving={saving} />
      </div>
      {choosing && <EmployeePicker company={company} label="Default organizer" busy={isBusy} onPick={({ id }) => void save(id)} />}
    </section>
  );
}
