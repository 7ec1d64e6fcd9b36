import type { User } from '../account/account.ts';
import type { AppScope, UserPermission } from '../account/seed.ts';
import type { Answer } from '../http/answer.ts';
import { PlatformError } from '../http/platform-error.ts';
import type { RateGroup } from '../http/rate-limits.ts';
import type { Session } from '../oauth/sessions.ts';

/** A REST call by somebody who is signed in. */
export interface RestCall {
  session: Session;
  caller: User;
  /** The extension that the path names; the caller for `~`. */
  target: User;
  parameters: Record<string, string>;
  query: URLSearchParams;
  /** This server as the client addressed it, e.g. `http://127.0.0.1:8090`. */
  origin: string;
  /** The header of that name. */
  range: string | undefined;
  /** The JSON body. Throws CMN-103 when it is no JSON object. */
  object(): Record<string, unknown>;
  /** The body as it came, for operations that take more than JSON. */
  bytes: Buffer;
  contentType: string;
}

/** One documented operation; the template's `{accountId}` and `{extensionId}` accept `~`. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  template: string;
  group: RateGroup;
  /** undefined: any application may call it. */
  scope?: AppScope;
  /** What the caller's role must allow; undefined: what every user may. */
  permission?: UserPermission;
  answer(call: RestCall): Answer | Promise<Answer>;
}

export const accountPath = '/restapi/v1.0/account/{accountId}';
export const extensionPath = `${accountPath}/extension/{extensionId}`;

/** Reads a JSON object. */
export function readObject(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through: unparsable and "not an object" are the same refusal.
  }
  throw new PlatformError(400, 'CMN-103', 'Cannot parse the JSON body');
}

/** Throws 403 CMN-408 with the permission's name. */
export function requirePermission(caller: User, permission: UserPermission): void {
  if (!caller.permissions?.includes(permission)) throw missingPermission(permission);
}

export function missingPermission(permission: string): PlatformError {
  return new PlatformError(403, 'CMN-408', `In order to call this API endpoint, user needs to have [${permission}] permission for requested resource`, {
    topCode: 'InsufficientPermissions', details: { permissionName: permission },
  });
}
