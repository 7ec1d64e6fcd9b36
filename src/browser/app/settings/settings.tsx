import type { SessionAnswer } from '../../../wire/session/session.ts';
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
      </div>
    </section>
  );
}
