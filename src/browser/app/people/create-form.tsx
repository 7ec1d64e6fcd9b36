import { useState } from 'preact/hooks';
import type { Person } from '../../../core/people/person.ts';
import type { CreateAnswer, NewKind } from '../../../wire/people/choose.ts';
import type { PeopleClient } from '../../netsuite/people-client.ts';
import { Button } from '../../ui/button.tsx';
import { PeopleList } from '../../ui/people-list.tsx';
import { newPersonAddress } from '../../ui/who.ts';
import { answered, type Answered } from '../answered.ts';
import { TextField } from '../settings/text-field.tsx';
import { failureWords } from '../words/netsuite.ts';
import { PersonSearch } from './person-search.tsx';
import { alreadyThere, checkEntries, createAlthough, createWords, netSuitesForm } from './words.ts';

const isCompany = ({ type }: Person): boolean => type === 'customer' || type === 'vendor' || type === 'partner';

/** A new contact or lead with this number. Who looks like it is shown first; what NetSuite refuses says why, and stays typed. */
export function CreateForm({ kind, number, people, onMade }: { kind: NewKind; number: string; people: PeopleClient; onMade: (person: Person) => void }) {
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [companyName, setCompanyName] = useState('');
  const [company, setCompany] = useState<Person | null>(null);
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState(number);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answered<CreateAnswer> | null>(null);
  const named = [firstName, lastName, kind === 'lead' ? companyName : ''].some((part) => part.trim() !== '');
  const id = (field: string): string => `${kind}-${number.replace(/\D/g, '')}-${field}`;
  const create = async (although: boolean): Promise<void> => {
    if (!named || busy) return;
    setBusy(true);
    const made = await answered(people.createPerson({ kind, firstName, lastName, companyName: kind === 'lead' ? companyName : '', company: kind === 'contact' && company ? { type: company.type, id: company.id } : null, phone, email, although }));
    setBusy(false);
    setAnswer(made);
    if (made.ok && made.value.made) onMade(made.value.person);
  };
  return (
    <form class="create-person" aria-label={createWords[kind]} onSubmit={(event) => { event.preventDefault(); void create(false); }}>
      {kind === 'lead' && <TextField id={id('company')} label="Company name" value={companyName} onInput={setCompanyName} />}
      <TextField id={id('first')} label="First name" value={firstName} onInput={setFirstName} />
      <TextField id={id('last')} label="Last name" value={lastName} onInput={setLastName} />
      {kind === 'contact' && (company
        ? <p class="picked"><span>Company: <b>{company.name}</b></span><Button onClick={() => setCompany(null)}>Change</Button></p>
        : <PersonSearch id={id('search')} label="Company (if any)" people={people} only={isCompany} onChoose={setCompany} />)}
      <TextField id={id('phone')} label="Phone" value={phone} onInput={setPhone} />
      <TextField id={id('email')} label="Email" value={email} onInput={setEmail} />
      {answer?.ok === false && <div class="failure" role="alert"><p>{answer.failure.code === 'BAD_REQUEST' ? checkEntries : failureWords(answer.failure)}</p><p>{netSuitesForm} <a href={newPersonAddress(kind)} target="_blank" rel="noopener">{createWords[kind]} in NetSuite</a></p></div>}
      {answer?.ok && !answer.value.made && <div role="alert" class="choose-who"><p>{alreadyThere[kind]}</p><PeopleList people={answer.value.there} label={alreadyThere[kind]} onChoose={onMade} /></div>}
      <div class="actions">
        <Button tone="primary" submit whyNot={named ? null : 'Type a name first.'} disabled={busy}>{createWords[kind]}</Button>
        {answer?.ok && !answer.value.made && <Button disabled={busy} onClick={() => void create(true)}>{createAlthough}</Button>}
      </div>
    </form>
  );
}
