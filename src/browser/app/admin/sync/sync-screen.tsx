import { useEffect, useState } from 'preact/hooks';
import type { SyncCard } from '../../../../wire/sync/sync.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Loaded } from '../../loaded.tsx';
import { BackFillCard } from './back-fill-card.tsx';
import { CheckCard } from './check-card.tsx';
import { FailedCallsCard } from './failed-calls-card.tsx';
import { RunsCard } from './runs-card.tsx';
import { SyncForm } from './sync-form.tsx';
import { isMoving } from './sync-view.ts';

/** While something runs, how often NetSuite is asked how far it is. */
const LOOK_AGAIN_MS = 3_000;
/** A run that was ordered waits for a processor of NetSuite's; looked for this many times. */
const MOST_LOOKS = 60;

/** RingCentral Call Sync: its connection, its runs, what waits and what failed. */
export function SyncScreen({ company }: { company: CompanyClient }) {
  return (
    <Loaded read={company.readSync} reading="Asking NetSuite how call sync stands…">
      {(card, take, again) => <SyncCards company={company} card={card} take={take} again={again} />}
    </Loaded>
  );
}

function SyncCards({ company, card, take, again }: { company: CompanyClient; card: SyncCard; take: (card: SyncCard) => void; again: () => void }) {
  /** A run was ordered: the one that had ended last by then, and how often its end was looked for. */
  const [ordered, setOrdered] = useState<{ lastEnd: string | null; looks: number } | null>(null);
  const lastEnd = card.lastRun?.endedAt ?? null;
  const awaited = ordered !== null && ordered.lastEnd === lastEnd && ordered.looks < MOST_LOOKS;
  useEffect(() => {
    if (!awaited && !isMoving(card)) return undefined;
    const look = setTimeout(() => {
      if (ordered) setOrdered({ ...ordered, looks: ordered.looks + 1 });
      again();
    }, LOOK_AGAIN_MS);
    return () => clearTimeout(look);
  }, [card]);
  const order = (next: SyncCard): void => {
    setOrdered({ lastEnd, looks: 0 });
    take(next);
  };
  return (
    <div class="cards">
      <SyncForm company={company} kept={card.settings} everyMinutes={card.everyMinutes} onSaved={take} />
      <RunsCard company={company} card={card} awaited={awaited} onStarted={order} />
      <BackFillCard company={company} card={card} onChanged={order} />
      <FailedCallsCard company={company} failed={card.failed} onChanged={take} />
      <CheckCard company={company} />
    </div>
  );
}
