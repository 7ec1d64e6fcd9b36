import type { SessionAnswer } from '../../../wire/session/session.ts';
import { PhoneIndexCard } from '../admin/phone-index/phone-index-card.tsx';
import { SyncCard } from '../admin/sync/sync-card.tsx';
import type { AppTools } from '../tools.ts';
import { CompanySection } from './company-section.tsx';
import { ConnectionCard } from './connection-card.tsx';

/** Settings: the Integrations card with the user's own connection and, for those who may see it, the company's. */
export function Settings({ tools, company }: { tools: AppTools; company: SessionAnswer['company'] }) {
  return (
    <section class="settings" aria-labelledby="integrations">
      <h2 id="integrations">Integrations</h2>
      <div class="cards">
        <ConnectionCard tools={tools} />
        {company !== 'hidden' && <CompanySection tools={tools} mayEdit={company === 'edit'} />}
        {company === 'edit' && <SyncCard company={tools.company} />}
        {company === 'edit' && <PhoneIndexCard company={tools.company} />}
      </div>
    </section>
  );
}
