import { useEffect } from 'preact/hooks';
import type { SyncCard } from '../../../../wire/sync/sync.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Loaded } from '../../loaded.tsx';
import { BackFillCard } from './back-fill-card.tsx';
import { FailedCallsCard } from './failed-calls-card.tsx';
import { RunsCard } from './runs-card.tsx';
import { SyncForm } from './sync-form.tsx';
import { isMoving } from './sync-view.ts';

/** While something runs, how often NetSuite is asked how far it is. */
const LOOK_AGAIN_MS = 5_000;

/** RingCentral Call Sync: its connection, its runs, what waits and what failed. */
export function SyncScreen({ company }: { company: CompanyClient }) {
  return (
    <Loaded read={company.readSync} reading="Asking NetSuite how call sync stands…">
      {(card, take, again) => <SyncCards company={company} card={card} take={take} again={again} />}
    </Loaded>
  );
}

function SyncCards({ company, card, take, again }: { company: CompanyClient; card: SyncCard; take: (card: SyncCard) => void; again: () => void }) {
  const moving = isMoving(card);
  useEffect(() => {
    if (!moving) return undefined;
    const look = setTimeout(again, LOOK_AGAIN_MS);
    return () => clearTimeout(look);
  }, [card]);
  return (
    <div class="cards">
      <SyncForm company={company} kept={card.settings} everyMinutes={card.everyMinutes} onSaved={take} />
      <RunsCard company={company} card={card} onChanged={take} />
      <BackFillCard company={company} card={card} onChanged={take} />
      <FailedCallsCard company={company} failed={card.failed} onChanged={take} />
    </div>
  );
}
