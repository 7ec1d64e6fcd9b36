import { timingSafeEqual } from 'node:crypto';
import { passwordHash } from '../installation/deploy-users.ts';
import type { Store } from '../store/open-store.ts';

export interface Login { employee: number; email: string; name: string; roles: string[] }

/** The person whose e-mail and password these are; null when they do not fit. */
export function checkPassword(store: Store, email: string, password: string): Login | null {
  const row = store.get('SELECT * FROM login WHERE email = ? COLLATE NOCASE', email.trim());
  const hash = Buffer.from(passwordHash(password, String(row?.['salt'] ?? 'nobody')), 'hex');
  if (!row || !timingSafeEqual(hash, Buffer.from(String(row['hash']), 'hex'))) return null;
  return loginOf(store, Number(row['employee']));
}

/** A person with access, by employee. */
export function loginOf(store: Store, employee: number): Login | null {
  const row = store.get('SELECT login.*, person.entityid FROM login JOIN main.employee AS person ON person.id = login.employee WHERE login.employee = ?', employee);
  return row ? { employee, email: String(row['email']), name: String(row['entityid']), roles: JSON.parse(String(row['roles'])) as string[] } : null;
}

export function loginByEmail(store: Store, email: string): Login | null {
  const row = store.get('SELECT employee FROM login WHERE email = ? COLLATE NOCASE', email);
  return row ? loginOf(store, Number(row['employee'])) : null;
}
