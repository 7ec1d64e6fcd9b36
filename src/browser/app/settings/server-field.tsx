import { useState } from 'preact/hooks';
import type { CompanyCard } from '../../../wire/settings/company.ts';
import { TextField } from './text-field.tsx';

const LOOPBACK = 'loopback';

/** RingCentral's own servers by name, or this machine's address for trying out. */
export function ServerField({ servers, value, error, disabled, onInput }: {
  servers: CompanyCard['servers']; value: string; error: string | undefined; disabled: boolean; onInput: (origin: string) => void;
}) {
  const [loopback, setLoopback] = useState(value !== '' && !servers.some(({ origin }) => origin === value));
  const choose = (choice: string): void => {
    setLoopback(choice === LOOPBACK);
    onInput(choice === LOOPBACK ? '' : choice);
  };
  return (
    <>
      <div class="field">
        <label for="server">Server</label>
        <select id="server" value={loopback ? LOOPBACK : value} disabled={disabled} aria-invalid={error && !loopback ? true : undefined} onChange={(event) => choose(event.currentTarget.value)}>
          {!loopback && value === '' && <option value="">Choose a server</option>}
          {servers.map(({ label, origin }) => <option key={origin} value={origin}>{label}</option>)}
          <option value={LOOPBACK}>Loopback, for trying out</option>
        </select>
        {error && !loopback && <small class="said">{error}</small>}
      </div>
      {loopback && <TextField id="loopback" label="Loopback address" value={value} error={error} disabled={disabled} onInput={onInput} hint="A simulator on this computer. A notice says so as long as it is set." />}
    </>
  );
}
