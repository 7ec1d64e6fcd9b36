import { useEffect, useRef, useState } from 'preact/hooks';
import type { LinkSubject } from '../../core/people/info-link.ts';
import type { PersonRef } from '../../core/people/person.ts';
import type { Boot } from '../../wire/session/boot.ts';
import { createNetSuiteClient } from '../netsuite/client.ts';
import { NetSuiteFailure } from '../netsuite/failure.ts';
import { Button } from '../ui/button.tsx';
import { tryAgain } from '../ui/words/control.ts';
import { readingRecord, recordFailureWords } from './words.ts';
import { createRecordClient, type RecordClient, type RecordView } from './record-client.ts';
import { RecordField } from './record-field.tsx';

export interface CallRecordProps { urls: Boot['urls']; person: PersonRef; subject: LinkSubject }

type Now = { is: 'reading' } | { is: 'failed'; words: string } | { is: 'here'; view: RecordView };

/** What the company's administrator wants seen of the matched record: its fields, to be changed in the call, and links that lead on. */
export function CallRecord({ urls, person, subject }: CallRecordProps) {
  const [now, setNow] = useState<Now>({ is: 'reading' });
  const client = useRef<RecordClient | null>(null);
  const turn = useRef(0);
  const read = async (): Promise<void> => {
    client.current ??= createRecordClient(createNetSuiteClient({ urls, fetch: (url, init) => fetch(url, init) }));
    const mine = (turn.current += 1);
    setNow({ is: 'reading' });
    const next = await client.current.view(person, subject).then((view): Now => ({ is: 'here', view }), (failure: unknown): Now => {
      if (failure instanceof NetSuiteFailure) return { is: 'failed', words: recordFailureWords(failure) };
      throw failure;
    });
    if (turn.current === mine) setNow(next);
  };
  useEffect(() => {
    void read();
    return () => { turn.current += 1; };
  }, [person.type, person.id]);
  if (now.is === 'reading') return <p class="call-line" role="status">{readingRecord}</p>;
  if (now.is === 'failed') return <div class="said"><p role="alert">{now.words}</p><Button onClick={() => void read()}>{tryAgain}</Button></div>;
  const { fields, links } = now.view;
  if (fields.length + links.length === 0) return null;
  return (
    <section class="record" aria-label="Record">
      {fields.map((field) => (
        <RecordField key={field.field} field={field} onSave={async (value) => {
          if (!client.current) return;
          setNow({ is: 'here', view: { fields: await client.current.save(person, field, value), links } });
        }} />
      ))}
      {links.length > 0 && <p class="record-links">{links.map(({ label, address }) => <a key={label} href={address} target="_blank" rel="noopener noreferrer">{label}</a>)}</p>}
    </section>
  );
}
