import { places } from '../../../ui/line.ts';
import { Loaded } from '../../loaded.tsx';
import type { AppTools } from '../../tools.ts';
import { DispositionsCard } from './dispositions-card.tsx';
import { PicturesCard } from './pictures-card.tsx';
import { WhatToLogCard } from './what-to-log-card.tsx';

/** Which calls make records, what becomes of pictures, and the company's words for what came of a call. */
export function LoggingScreen({ tools: { company, line } }: { tools: AppTools }) {
  // This browser's line asks again now; those of others do when they load a page, within a quarter of an hour.
  const tell = (): void => void line.ask({ name: 'company-changed' }, places.connection);
  return (
    <Loaded read={company.readLogging} reading="Reading the settings…">
      {(card, take) => (
        <div class="cards">
          <WhatToLogCard company={company} kept={card.whatToLog} onSaved={(next) => { take(next); tell(); }} />
          <PicturesCard company={company} kept={card.pictures} onSaved={(next) => { take(next); tell(); }} />
          <DispositionsCard company={company} kept={card.dispositions} onSaved={(next) => { take(next); tell(); }} />
        </div>
      )}
    </Loaded>
  );
}
