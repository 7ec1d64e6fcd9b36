import random = require('N/crypto/random');
import runtime = require('N/runtime');

/** The token handed out; every token ever handed out stays good under a name of its own, so that two first requests at once cannot undo each other. */
const current = 'rcns_csrf';
const issued = (token: string): string => `rcns_csrf_${token}`;
const shape = /^[0-9a-f-]{16,64}$/;

/** The session's token: read before made, one for all tabs. */
export function csrfToken(): string {
  const session = runtime.getCurrentSession();
  const known = session.get({ name: current });
  if (typeof known === 'string' && shape.test(known)) return known;
  const token = random.generateUUID().toLowerCase();
  session.set({ name: issued(token), value: 'T' });
  session.set({ name: current, value: token });
  return token;
}

export const isCsrfToken = (token: string): boolean => shape.test(token) && runtime.getCurrentSession().get({ name: issued(token) }) === 'T';
