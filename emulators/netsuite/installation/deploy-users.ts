import { randomBytes, scryptSync } from 'node:crypto';
import { EmulatorFailure } from '../failure.ts';
import type { UserSeed } from '../options.ts';
import type { Store } from '../store/open-store.ts';
import { nextNumber } from '../store/schema.ts';
import { firstEntityId } from '../records/rows.ts';
import type { Role } from './installation.ts';

/** Each user is an employee with access; an e-mail address that is already there keeps its employee. */
export function deployUsers(store: Store, users: UserSeed[], roles: Role[], now: Date): void {
  const known = new Set(roles.map((role) => role.key));
  for (const user of users) {
    const unknown = user.roles.find((role) => !known.has(role));
    if (unknown !== undefined) throw new EmulatorFailure('SEED_BROKEN', `A user of the account seed has the role ${unknown}, which the account does not have.`);
    if (user.roles.length === 0) throw new EmulatorFailure('SEED_BROKEN', 'A user of the account seed has no role.');
    const login = store.get('SELECT employee, salt, hash FROM login WHERE email = ?', user.email);
    if (!login) {
      const id = nextNumber(store, 'entity', firstEntityId);
      const instant = now.toISOString();
      store.run(
        `INSERT INTO main.employee (id, entityid, firstname, lastname, title, phone, email, giveaccess, issalesrep, isinactive, datecreated, lastmodifieddate) VALUES (?, ?, ?, ?, ?, ?, ?, 'T', 'T', 'F', ?, ?)`,
        id, `${user.firstName} ${user.lastName}`, user.firstName, user.lastName, user.title ?? null, user.phone ?? null, user.email, instant, instant,
      );
      const salt = randomBytes(16).toString('hex');
      store.run('INSERT INTO login (employee, email, salt, hash, roles) VALUES (?, ?, ?, ?, ?)', id, user.email, salt, passwordHash(user.password, salt), JSON.stringify(user.roles));
    } else {
      store.run('UPDATE login SET roles = ?, hash = ? WHERE email = ?', JSON.stringify(user.roles), passwordHash(user.password, String(login['salt'])), user.email);
    }
  }
}

/** Slow enough for a stand-in, quick enough for a hundred seeded users. */
export function passwordHash(password: string, salt: string): string {
  return scryptSync(password, salt, 32, { N: 1024 }).toString('hex');
}
