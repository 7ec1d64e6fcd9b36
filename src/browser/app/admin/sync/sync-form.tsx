import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { SaveSync, SecretNames, type SyncCard, type SyncSettings } from '../../../../wire/sync/sync.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';
import { ringCentralWords } from '../../words/sync.ts';
import { TextField } from '../../settings/text-field.tsx';
import { TestConnection } from './test-connection.tsx';

const secretLabels: Record<keyof SyncSettings['secrets'], string> = { clientId: 'Secret with the client ID', clientSecret: 'Secret with the client secret', jwt: 'Secret with the JWT credential' };
const wrongSecret = 'The script ID of an API secret begins with custsecret, such as custsecret_rcns_jwt.';

/** How call sync signs in to RingCentral, and whether it runs. Secrets are named here; what they hold is known to NetSuite alone. */
export function SyncForm({ company, kept, everyMinutes, onSaved }: { company: CompanyClient; kept: SyncSettings; everyMinutes: number; onSaved: (card: SyncCard) => void }) {
  const [settings, setSettings] = useState(kept);
  const { saving, isBusy, edited, send } = useSaving();
  const change = (part: Partial<SyncSettings>): void => {
    setSettings({ ...settings, ...part });
    edited();
  };
  const wrong = (name: keyof SyncSettings['secrets']): boolean => !v.is(SecretNames.entries[name], settings.secrets[name]);
  const canSave = v.is(SaveSync, { settings });
  const save = async (): Promise<void> => {
    const card = canSave ? await send(() => company.saveSync(settings)) : null;
    if (!card) return;
    setSettings(card.settings);
    onSaved(card);
  };
  return (
    <form class="card" aria-labelledby="sync-connection" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h3 id="sync-connection">Connection</h3>
      <p class="quiet">Call sync uses a confidential app of your company at RingCentral and the JWT credential of a service user. Put its three parts into API secrets (Setup &gt; Company &gt; API Secrets) and enter the secrets’ script IDs.</p>
      {(Object.keys(secretLabels) as (keyof typeof secretLabels)[]).map((name) => (
        <TextField key={name} id={`secret-${name}`} label={secretLabels[name]} value={settings.secrets[name]} error={wrong(name) ? wrongSecret : undefined}
          onInput={(text) => change({ secrets: { ...settings.secrets, [name]: text.trim().toLowerCase() } })} />
      ))}
      <TestConnection company={company} secrets={settings.secrets} texts={settings.texts} possible={v.is(SecretNames, settings.secrets)} />
      <label class="tick"><input type="checkbox" checked={settings.on} onChange={(event) => change({ on: event.currentTarget.checked })} />Log calls in the background, every {everyMinutes} minutes</label>
      <label class="tick"><input type="checkbox" checked={settings.texts} aria-describedby="sync-texts-below" onChange={(event) => change({ texts: event.currentTarget.checked })} />Also log texts of everybody who is mapped</label>
      <p id="sync-texts-below" class="quiet below-tick">Whether RingCentral lets a service user read others’ texts is not proved: Test Connection tries it. The app needs the permission Read Messages.</p>
      <div class="field">
        <label for="sync-since">Log calls from this day on</label>
        <input id="sync-since" type="date" value={settings.since ?? ''} aria-describedby="sync-since-below" onInput={(event) => change({ since: event.currentTarget.value || null })} />
        <small id="sync-since-below" class="quiet">Empty: from the moment it is switched on. Earlier calls can be brought in by a back-fill at any time.</small>
      </div>
      <div class="actions">
        <Button tone="primary" submit disabled={isBusy || !canSave}>Save</Button>
        <SavingWords saving={saving} worded={ringCentralWords} />
      </div>
    </form>
  );
}
