import type { AccountSeed, PermissionLevel } from '../options.ts';
import type { Project } from '../project/objects.ts';
import type { Store } from '../store/open-store.ts';
import { deployedId } from './deployed-ids.ts';
import { levelOf } from './installation.ts';
import type { Role } from './installation.ts';
import { standardRoles } from './standard-roles.ts';

/** Standard roles, those of the project, those the account's administrator made; a seed with a standard name replaces its permissions. */
export function deployRoles(store: Store, project: Project, seed: AccountSeed): Role[] {
  const roles = new Map<string, Role>(standardRoles.map((role) => [role.key, role]));
  for (const role of project.roles) {
    const permissions: Record<string, PermissionLevel> = {};
    for (const { permission, level } of role.permissions) permissions[permission] = levelOf(level);
    roles.set(role.scriptId, {
      id: deployedId(store, 'role', role.scriptId), key: role.scriptId, name: role.name, center: role.center,
      permissions, administrator: false, salesRepOnly: role.ownOnly,
    });
  }
  for (const role of seed.roles ?? []) {
    const standard = roles.get(role.id);
    roles.set(role.id, {
      id: standard?.id ?? deployedId(store, 'role', role.id), key: role.id, name: role.name, center: role.center ?? standard?.center ?? 'BASIC',
      permissions: role.permissions, administrator: false, salesRepOnly: role.salesRepOnly ?? false,
    });
  }
  return [...roles.values()];
}
