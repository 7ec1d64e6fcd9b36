import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { type Answered, answered } from '../answered.ts';
import type { AppTools } from '../tools.ts';
import type { CompanyCard } from '../../../wire/settings/company.ts';
import { failureWords } from '../words/netsuite.ts';
import { CompanyForm } from './company-form.tsx';

/** RingCentral (Company): what an administrator fills in once; to be read only by those who may not save it. */
export function CompanySection({ tools, mayEdit }: { tools: AppTools; mayEdit: boolean }) {
  const [answer, setAnswer] = useState<Answered<CompanyCard> | null>(null);
  const read = (): void => void answered(tools.company.readCompany()).then(setAnswer);
  useEffect(read, []);
  return (
    <section class="card" aria-labelledby="company">
      <div class="card-head"><h3 id="company">RingCentral (Company)</h3></div>
      {answer === null && <p class="quiet">Reading the settings…</p>}
      {answer?.ok === false && (
        <div class="failure" role="alert">
          <p>{failureWords(answer.failure)}</p>
          <Button onClick={read}>Try again</Button>
        </div>
      )}
      {answer?.ok && <CompanyForm card={answer.value} mayEdit={mayEdit} tools={tools} />}
    </section>
  );
}
