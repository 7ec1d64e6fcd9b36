import { percent, talkTime } from '../../../../core/reports/in-words.ts';
import type { Summary } from '../../../../core/reports/summary.ts';

/** Everybody who had calls, most first. */
export function UserTable({ users }: { users: Summary['users'] }) {
  const most = Math.max(1, ...users.map(({ sums }) => sums.calls));
  return (
    <section class="card">
      <h3 id="by-user">By user</h3>
      <div class="table-room" role="region" aria-labelledby="by-user" tabIndex={0}>
        <table class="report">
          <thead><tr><th scope="col">User</th><th scope="col">Calls</th><th scope="col">In</th><th scope="col">Out</th><th scope="col">Answer rate</th><th scope="col">Talk time</th><th scope="col">Unlinked</th></tr></thead>
          <tbody>
            {users.map(({ user, name, sums: { calls, inbound, outbound, answerRate, talkSeconds, unlinked } }) => (
              <tr key={user}>
                <th scope="row">{name}<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width={(100 * calls) / most} height={4} /></svg></th>
                <td>{calls.toLocaleString('en-US')}</td><td>{inbound.toLocaleString('en-US')}</td><td>{outbound.toLocaleString('en-US')}</td><td>{percent(answerRate)}</td><td>{talkTime(talkSeconds)}</td><td>{unlinked.toLocaleString('en-US')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
