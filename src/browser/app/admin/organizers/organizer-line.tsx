import { Fragment } from 'preact';
import type { OrganizerRow, Organizers } from '../../../../wire/organizers/organizers.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { readableNumber } from '../../../ui/phone-number.ts';
import { SavingWords, useSaving } from '../../saving.tsx';
import { howTones, howWords } from '../../words/organizers.ts';
import { counted } from '../../words/sync.ts';
import { EmployeePicker } from './employee-picker.tsx';

/** One extension and its employee. Who connected is known for certain and is not changed here. */
export function OrganizerLine({ row, company, standIn, editing, onEdit, onSaved }: { row: OrganizerRow; company: CompanyClient; standIn: boolean; editing: boolean; onEdit: (open: boolean) => void; onSaved: (organizers: Organizers) => void }) {
  const { extensionId, extensionNumber, name, email, numbers, current, employee, how, waiting } = row;
  const { saving, isBusy, send } = useSaving();
  const save = async (id: number | null): Promise<void> => {
    const next = await send(() => company.saveOrganizer(extensionId, id));
    if (!next) return;
    onEdit(false);
    onSaved(next);
  };
  return (
    <li>
      <div class="mapping-who">
        <b>{name || `Extension ${extensionNumber}`}</b>
        <span class="quiet">{[`Ext. ${extensionNumber}`, email, ...numbers.map(readableNumber)].filter(Boolean).map((part, at, all) => <Fragment key={part}><span>{part}{at < all.length - 1 && ' ·'}</span> </Fragment>)}</span>
        {!current && <span class="amber">No longer a user at RingCentral</span>}
        {waiting > 0 && <span class={employee || standIn ? 'quiet' : 'amber'}>{counted(waiting, 'call')} {employee || standIn ? 'to be logged at the next run' : 'waiting'}</span>}
      </div>
      <div class="mapping-employee">{employee ? employee.name : <span class="quiet">Nobody</span>}</div>
      <span class={`chip ${howTones[how]}`}>{howWords[how]}</span>
      <div class="actions">
        <Button expanded={editing} whyNot={how === 'connected' ? 'This person connected RingCentral themselves' : null} onClick={() => onEdit(!editing)}>{employee ? 'Change' : 'Choose'}</Button>
        {employee && how !== 'connected' && <Button disabled={isBusy} onClick={() => void save(null)}>Unmap</Button>}
        <SavingWords saving={saving} done="" worded={({ code }) => (code === 'CONFLICT' ? 'This person connected RingCentral meanwhile. Reload the page.' : null)} />
      </div>
      {editing && <EmployeePicker company={company} label={`Employee of ${name || `extension ${extensionNumber}`}`} busy={isBusy} onPick={({ id }) => void save(id)} />}
    </li>
  );
}
