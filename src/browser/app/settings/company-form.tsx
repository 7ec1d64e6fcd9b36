import { useState } from 'preact/hooks';
import type { CompanyCard, CompanySettings } from '../../../wire/settings/company.ts';
import { Button } from '../../ui/button.tsx';
import { places } from '../../ui/line.ts';
import { answered } from '../answered.ts';
import type { AppTools } from '../tools.ts';
import { failureWords } from '../words/netsuite.ts';
import { checkCompany, type CompanyErrors } from './check-company.ts';
import { CopyField } from './copy-field.tsx';
import { refusedFields } from './refused-fields.ts';
import { ServerField } from './server-field.tsx';
import { TextField } from './text-field.tsx';

type Saving = { step: 'editing' } | { step: 'saving' } | { step: 'saved' } | { step: 'failed'; words: string };

/** The company card's fields. What cannot be right is said at its field, before and after NetSuite was asked. */
export function CompanyForm({ card, mayEdit, tools }: { card: CompanyCard; mayEdit: boolean; tools: AppTools }) {
  const [settings, setSettings] = useState<CompanySettings>(card.settings);
  const [ownRedirect, setOwnRedirect] = useState(card.settings.redirectUri === '');
  const [errors, setErrors] = useState<CompanyErrors>({});
  const [saving, setSaving] = useState<Saving>({ step: 'editing' });

  const change = (part: Partial<CompanySettings>): void => {
    setSettings({ ...settings, ...part });
    setErrors({});
    setSaving({ step: 'editing' });
  };

  const save = async (): Promise<void> => {
    const wanted = { clientId: settings.clientId.trim(), server: settings.server.trim(), redirectUri: ownRedirect ? '' : settings.redirectUri.trim() };
    const wrong = checkCompany(wanted, card, ownRedirect);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setSaving({ step: 'saving' });
    const answer = await answered(tools.company.saveCompany(wanted));
    if (answer.ok) {
      setSaving({ step: 'saved' });
      void tools.line.ask({ name: 'company-changed' }, places.connection);
      return;
    }
    setErrors(refusedFields(answer.failure));
    setSaving({ step: 'failed', words: failureWords(answer.failure) });
  };

  return (
    <form class="company" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {!mayEdit && <p class="quiet">You can see these settings. Changing them needs a role that may edit them.</p>}
      {card.otherAccount && saving.step !== 'saved' && <p class="amber" role="status">These settings came along from another NetSuite account, as into a refreshed sandbox. Nobody can connect with them until they are saved here. Call sync stays off until it is switched on here, too.</p>}
      <TextField id="client-id" label="Client ID" value={settings.clientId} error={errors.clientId} disabled={!mayEdit} onInput={(clientId) => change({ clientId })}
        hint="Of your company’s public (PKCE) app at RingCentral." />
      <ServerField servers={card.servers} value={settings.server} error={errors.server} disabled={!mayEdit} onInput={(server) => change({ server })} />
      <CopyField label="Redirect URI, to be registered with the app" value={ownRedirect ? card.ownRedirectUri : settings.redirectUri} />
      <label class="tick">
        <input type="checkbox" checked={!ownRedirect} disabled={!mayEdit} onChange={(event) => { setOwnRedirect(!event.currentTarget.checked); change({}); }} />
        Use a redirect page hosted elsewhere
      </label>
      {!ownRedirect && (
        <TextField id="redirect-uri" label="Address of that page" value={settings.redirectUri} error={errors.redirectUri} disabled={!mayEdit} onInput={(redirectUri) => change({ redirectUri })} />
      )}
      {mayEdit && (
        <div class="actions">
          <Button tone="primary" submit disabled={saving.step === 'saving'}>Save</Button>
          <p class={saving.step === 'failed' ? 'said' : 'good'} role="status">
            {saving.step === 'saving' ? 'Saving…' : saving.step === 'saved' ? 'Saved' : saving.step === 'failed' ? saving.words : ''}
          </p>
        </div>
      )}
    </form>
  );
}
