import { useEffect, useState } from 'preact/hooks';
import type * as v from 'valibot';
import type { SecretNames, TestAnswer } from '../../../../wire/sync/sync.ts';
import type { CompanyClient } from '../../../netsuite/company-client.ts';
import { Button } from '../../../ui/button.tsx';
import { SavingWords, useSaving } from '../../saving.tsx';
import { environmentWords, othersTextsWords, troubleWords } from '../../words/sync.ts';

type Answer = v.InferOutput<typeof TestAnswer>;

/** Signs in to RingCentral with what is typed, saved or not, and says whose credential it is. */
export function TestConnection({ company, secrets, texts, possible }: { company: CompanyClient; secrets: SecretNames; /** Others' texts are to be logged too. */ texts: boolean; possible: boolean }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { saving, isBusy, edited, send } = useSaving();
  // Other names make another connection, and more to be tried: what was found out no longer holds.
  useEffect(() => {
    setAnswer(null);
    edited();
  }, [JSON.stringify(secrets), texts]);
  const test = async (): Promise<void> => {
    setAnswer(null);
    setAnswer(await send(() => company.testSync(secrets, texts)));
  };
  return (
    <div class="tested">
      <div class="actions">
        <Button disabled={isBusy || !possible} onClick={() => void test()}>Test Connection</Button>
        {saving.step !== 'saved' && <SavingWords saving={saving} busy="Signing in to RingCentral…" />}
      </div>
      {answer && <Found answer={answer} />}
    </div>
  );
}

function Found({ answer }: { answer: Answer }) {
  if (!answer.ok) return <p class="failure" role="alert">{troubleWords(answer.trouble)}</p>;
  const { credential, environment, ringCentralAccount, otherCompany, scopes, texts } = answer;
  return (
    <dl class="facts" aria-live="polite">
      <dt>Connected</dt><dd class="good">RingCentral accepts the credential.</dd>
      <dt>Whose it is</dt><dd>{[credential.name, `Ext. ${credential.extensionNumber}`, credential.email].filter((part) => part !== '' && part !== 'Ext. ').join(' · ')}</dd>
      <dt>Environment</dt><dd>{environmentWords[environment]}</dd>
      <dt>RingCentral account</dt><dd>{ringCentralAccount}{otherCompany && <span class="amber"> · not the account of the calls logged so far. Save the settings with it only if that is meant.</span>}</dd>
      <dt>May</dt><dd>{scopes.join(', ')}</dd>
      {texts !== 'not-asked' && <><dt>Texts of others</dt><dd class={texts === 'refused' ? 'amber' : undefined}>{othersTextsWords[texts]}</dd></>}
    </dl>
  );
}
