import { type Preferences, ringtones, usualPreferences } from '../../../wire/line/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { places } from '../../ui/line.ts';
import { turnOnNotifications } from '../../ui/words/before-a-call.ts';
import type { AppTools } from '../tools.ts';
import { listen, notificationsBlocked, notifyWords, ringtoneWords, ringWords, textSoundToo } from '../words/sound.ts';

/** How a call makes itself known in this browser. */
export function RingingCard({ tools }: { tools: Pick<AppTools, 'line' | 'permits' | 'listen'> }) {
  const { line, permits } = tools;
  const { ring, ringtone, ringer, notify } = line.state.value?.preferences ?? usualPreferences;
  const prefer = (change: Partial<Preferences>): void => void line.ask({ name: 'prefer', change }, places.sound);
  const allowed = permits.notifications.value;
  return (
    <section class="card" aria-labelledby="ringing">
      <h3 id="ringing">Ringing</h3>
      <label class="tick"><input type="checkbox" checked={ring} onChange={(event) => prefer({ ring: event.currentTarget.checked })} />{ringWords}</label>
      {ring && <p class="quiet">{textSoundToo}</p>}
      <div class="field">
        <label for="ringtone">Ringtone</label>
        <div class="copy">
          <select id="ringtone" value={ringtone} disabled={!ring} onChange={(event) => prefer({ ringtone: event.currentTarget.value as Preferences['ringtone'] })}>
            {ringtones.map((each) => <option key={each} value={each}>{ringtoneWords[each]}</option>)}
          </select>
          <Button disabled={!ring} onClick={() => tools.listen(ringtone, ringer)}>{listen}</Button>
        </div>
      </div>
      <label class="tick"><input type="checkbox" checked={notify} onChange={(event) => prefer({ notify: event.currentTarget.checked })} />{notifyWords}</label>
      {notify && allowed === 'denied' && <p class="quiet">{notificationsBlocked}</p>}
      {notify && allowed === 'prompt' && <div class="actions"><Button onClick={permits.turnOnNotifications}>{turnOnNotifications}</Button></div>}
    </section>
  );
}
