import type { Boot } from '../../wire/session/boot.ts';
import type { Locks } from '../environment/locks.ts';
import type { PopOutEnvironment } from '../environment/pop-out-environment.ts';
import { popOutPlace, rememberPlace } from './pop-out-place.ts';

const name = 'rcns-pop-out';
/** In the address of the phone app: it is shown in a window of its own. */
const shape = 'shape';

/** Whether this page of the app is the pop-out. */
export const isPopOut = (search: string): boolean => new URLSearchParams(search).get(shape) === 'pop-out';

/** Opens the phone in a small window of its own, or comes back to it; to be called within the click itself. */
export function openPopOut(app: string, environment: PopOutEnvironment): 'opened' | 'there' | 'blocked' {
  const { left, top, width, height } = popOutPlace(environment);
  return environment.open(`${app}${app.includes('?') ? '&' : '?'}${shape}=pop-out`, name, `popup,left=${left},top=${top},width=${width},height=${height}`);
}

/**
 * In the pop-out itself. A window is found again by its name only from pages that are related to it; a page that is not
 * opens another one, which takes the place of the first: a person has one pop-out, and it is the one they asked for last.
 */
export function bePopOut({ account, user }: Pick<Boot, 'account' | 'user'>, locks: Pick<Locks, 'claim'>, environment: PopOutEnvironment): void {
  rememberPlace(environment);
  locks.claim(`rcns-pop-out:${account}:${user.id}`, true, () => undefined, environment.close);
}
