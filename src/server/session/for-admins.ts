import { Refused } from '../refused.ts';
import type { Action } from './json-endpoint.ts';
import { mayEditSettings } from './rights.ts';

/** Actions for Company Admins alone: whoever may not save company settings is refused before anything is read. 2 units more. */
export const forAdmins = (actions: Readonly<Record<string, Action>>): Record<string, Action> =>
  Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [
      name,
      {
        ...action,
        run: (body, origin) => {
          if (!mayEditSettings()) throw new Refused('FORBIDDEN', 'settings');
          return action.run(body, origin);
        },
      } satisfies Action,
    ]),
  );
