import type { Organizers } from '../../../../wire/organizers/organizers.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../loaded.tsx';
import { moment } from '../../moment.ts';
import { SavingWords, useSaving } from '../../saving.tsx';
import { ringCentralWords, waitingWords } from '../../words/sync.ts';
import { AutoMatchCard } from './auto-match-card.tsx';
import { DefaultOrganizerCard } from './default-organizer-card.tsx';
import { OrganizerList } from './organizer-list.tsx';

/** Organizer mapping: which employee's phone calls an extension's calls become. */
export function OrganizersScreen({ company }: { company: CompanyClient }) {
  return (
    <Loaded read={() => company.readOrganizers(false)} reading="Reading the mapping…">
      {(organizers, take) => <Mapping company={company} organizers={organizers} take={take} />}
    </Loaded>
  );
}

function Mapping({ company, organizers, take }: { company: CompanyClient; organizers: Organizers; take: (organizers: Organizers) => void }) {
  const { rows, waiting, readAt } = organizers;
  const { saving, isBusy, send } = useSaving();
  const refresh = async (): Promise<void> => {
    const next = await send(() => company.readOrganizers(true));
    if (next) take(next);
  };
  return (
    <>
      {waiting.calls > 0 && <p class={`state-note ${waiting.due < waiting.calls ? 'amber' : 'quiet'}`}>{waitingWords(waiting)} Nothing is lost.</p>}
      <div class="cards">
        <AutoMatchCard company={company} onSaved={take} />
        <DefaultOrganizerCard company={company} kept={organizers.defaultOrganizer} onSaved={take} />
      </div>
      <section class="card" aria-labelledby="extensions">
        <div class="card-head">
          <h3 id="extensions">Extensions</h3>
          <div class="actions">
            <Button disabled={isBusy} onClick={() => void refresh()}>Read again from RingCentral</Button>
            <SavingWords saving={saving} busy="Asking RingCentral…" done="" worded={ringCentralWords} />
          </div>
        </div>
        <p class="quiet">{readAt ? `As RingCentral had them ${moment(readAt)}.` : 'RingCentral’s own list was not read yet: these are the extensions NetSuite knows.'}</p>
        <OrganizerList company={company} rows={rows} standIn={organizers.defaultOrganizer !== null} onSaved={take} />
      </section>
    </>
  );
}
