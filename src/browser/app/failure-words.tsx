import type { ConnectFailure } from '../../core/connections/status.ts';
import { failureRemedies, failureTitles } from '../ui/words/connection.ts';

/** Why the last attempt to connect led nowhere, RingCentral's own reason as text, and what to do. */
export function FailureWords({ failure }: { failure: ConnectFailure }) {
  return (
    <div class="failure" role="alert">
      <p><b>{failureTitles[failure.kind]}</b></p>
      {failure.kind === 'refused' && failure.reason && <p>RingCentral says: {failure.reason}</p>}
      <p>{failureRemedies[failure.kind]}</p>
    </div>
  );
}
