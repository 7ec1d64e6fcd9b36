import { adminPurposes, adminScreens, adminTitles } from './admin-screens.ts';

/** Call sync and its mapping have a card of their own above. */
const linked = adminScreens.filter((screen) => screen !== 'sync' && screen !== 'organizers');

/** The way to the other screens about the whole company; Members do not see it. */
export function AdminLinks() {
  return (
    <section class="settings" aria-labelledby="company-wide">
      <h2 id="company-wide">Company</h2>
      <ul class="admin-links">
        {linked.map((screen) => <li key={screen}><a class="card" href={`#${screen}`}><b>{adminTitles[screen]}</b><span class="quiet">{adminPurposes[screen]}</span></a></li>)}
      </ul>
    </section>
  );
}
