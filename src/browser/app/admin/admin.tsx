import type { SessionAnswer } from '../../../wire/session/session.ts';
import type { AppTools } from '../tools.ts';
import { type AdminScreen, adminPurposes, adminTitles } from './admin-screens.ts';
import { CallCardScreen } from './call-card/call-card-screen.tsx';
import { LoggingScreen } from './logging/logging-screen.tsx';
import { OrganizersScreen } from './organizers/organizers-screen.tsx';
import { ReportsScreen } from './reports/reports-screen.tsx';
import { SyncScreen } from './sync/sync-screen.tsx';

/** A screen about the whole company. `company`: null while NetSuite is asked whether this person may see it; the server decides again. */
export function Admin({ screen, company, tools }: { screen: AdminScreen; company: SessionAnswer['company'] | null; tools: AppTools }) {
  return (
    <section class="settings" aria-labelledby="admin">
      <p><a href="#settings">‹ Settings</a></p>
      <div>
        <h2 id="admin">{adminTitles[screen]}</h2>
        <p class="quiet">{adminPurposes[screen]}</p>
      </div>
      {company === null && <p class="quiet" role="status">Asking NetSuite what your role may see…</p>}
      {company !== null && company !== 'edit' && <p class="failure">This is for Company Admins: people whose role may edit the RingCentral settings record. Ask your administrator.</p>}
      {company === 'edit' && screen === 'logging' && <LoggingScreen tools={tools} />}
      {company === 'edit' && screen === 'call-card' && <CallCardScreen tools={tools} />}
      {company === 'edit' && screen === 'sync' && <SyncScreen company={tools.company} />}
      {company === 'edit' && screen === 'organizers' && <OrganizersScreen company={tools.company} />}
      {company === 'edit' && screen === 'reports' && <ReportsScreen company={tools.company} guide={tools.boot.urls.guide} />}
    </section>
  );
}
