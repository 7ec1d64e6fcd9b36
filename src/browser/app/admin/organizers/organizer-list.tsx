import { useState } from 'preact/hooks';
import type { OrganizerRow, Organizers } from '../../../../wire/organizers/organizers.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { OrganizerLine } from './organizer-line.tsx';
import { shownRows } from './shown-rows.ts';
import { howExplained } from '../../words/organizers.ts';

/** More at once would be slow to draw; a search finds the rest. */
const MOST_SHOWN = 200;

/** All extensions with whom they belong to; one of them is changed at a time. */
export function OrganizerList({ company, rows, standIn, onSaved }: { company: CompanyClient; rows: readonly OrganizerRow[]; /** There is a default organizer. */ standIn: boolean; onSaved: (organizers: Organizers) => void }) {
  const [text, setText] = useState('');
  const [unmappedOnly, setUnmappedOnly] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const shown = shownRows(rows, { text, unmappedOnly });
  return (
    <>
      <div class="list-filter">
        <label class="field"><span>Search</span><input type="search" value={text} placeholder="Name, extension, number or e-mail" onInput={(event) => setText(event.currentTarget.value)} /></label>
        <label class="tick"><input type="checkbox" checked={unmappedOnly} onChange={(event) => setUnmappedOnly(event.currentTarget.checked)} />Unmapped only</label>
      </div>
      <p class="quiet">{howExplained}</p>
      {shown.length === 0 && <p>{rows.length === 0 ? 'There are no extensions yet. Read them from RingCentral, or wait until somebody connects.' : 'No extension fits.'}</p>}
      <ul class="mapping" aria-label="Extensions and their employees">
        {shown.slice(0, MOST_SHOWN).map((row) => (
          <OrganizerLine key={row.extensionId} row={row} company={company} standIn={standIn} editing={editing === row.extensionId} onEdit={(open) => setEditing(open ? row.extensionId : null)} onSaved={onSaved} />
        ))}
      </ul>
      {shown.length > MOST_SHOWN && <p class="quiet">{shown.length - MOST_SHOWN} more: search to see them.</p>}
    </>
  );
}
