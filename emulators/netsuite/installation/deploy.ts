import { EmulatorFailure } from '../failure.ts';
import type { AccountSeed, Behaviour, PermissionLevel } from '../options.ts';
import type { CustomListObject, CustomRecordObject, Project, ScriptObject } from '../project/objects.ts';
import { createCatalog } from '../records/catalog.ts';
import { makeTables, quoted } from '../store/make-tables.ts';
import type { Store } from '../store/open-store.ts';
import { makeSchema } from '../store/schema.ts';
import { deployedId, deployedValueId } from './deployed-ids.ts';
import { deployFiles } from './deploy-files.ts';
import { deployRoles } from './deploy-roles.ts';
import { deploySubsidiaries } from './deploy-subsidiaries.ts';
import { deployUsers } from './deploy-users.ts';
import { menuPlace } from './menu-place.ts';
import { isPreference, levelOf } from './installation.ts';
import type { CustomList, CustomRecordType, Installation, MenuCategory, Role, Script } from './installation.ts';
import { seededFields } from './seeded-fields.ts';
import { standardFeatures } from './standard-features.ts';

/**
 * Deploys the project into the account: may be done any number of times, internal ids stay, nothing is deleted.
 * Throws EmulatorFailure when a reference leads nowhere or a required feature is off.
 */
export function deploy(store: Store, project: Project, seed: AccountSeed, behaviour: Behaviour, now: Date): Installation {
  makeSchema(store);
  return store.atomic(() => {
    const features = { ...standardFeatures, ...seed.features };
    const off = project.features.find((feature) => feature.required && features[feature.id] !== true);
    if (off) throw new EmulatorFailure('MANIFEST_BROKEN', `manifest.xml requires the feature ${off.id}, which is off in this account.`);
    const roles = deployRoles(store, project, seed);
    const scripts = project.scripts.map((script) => deployScript(store, script, roles));
    const preferences = new Set(scripts.flatMap((script) => script.parameters.filter(isPreference).map((parameter) => parameter.scriptId)));
    const unknown = Object.keys(seed.preferences ?? {}).find((name) => !preferences.has(name));
    if (unknown !== undefined) throw new EmulatorFailure('SEED_BROKEN', `The account seed sets ${unknown}, which is no preference of any script.`);
    const installation: Installation = {
      accountId: seed.accountId, companyName: seed.companyName, country: seed.country, timeZone: seed.timeZone,
      userTimeZones: Object.fromEntries(seed.users.flatMap(({ email, timeZone }) => (timeZone === undefined ? [] : [[email, timeZone]]))), host: '', features, behaviour, preferences: seed.preferences ?? {}, roles, scripts,
      fields: [...project.fields, ...seededFields(seed.entityFields ?? [])],
      recordTypes: project.recordTypes.map((type) => deployRecordType(store, type, roles)),
      lists: project.lists.map((list) => deployList(store, list)),
      menu: menuOf(project, scripts),
    };
    makeTables(store, createCatalog(installation).types);
    for (const list of installation.lists) fillList(store, list, now);
    deployFiles(store, project.files, now);
    deployUsers(store, seed.users, roles, now);
    deploySubsidiaries(store, seed.subsidiaries ?? [], features['SUBSIDIARIES'] === true, now);
    return installation;
  });
}

function deployScript(store: Store, script: ScriptObject, roles: Role[]): Script {
  return {
    ...script,
    id: deployedId(store, 'script', script.scriptId),
    deployments: script.deployments.map((deployment) => {
      for (const key of [...deployment.roles, ...(deployment.runAsRole === null ? [] : [deployment.runAsRole])]) {
        if (key.startsWith('customrole_') && !roles.some((role) => role.key === key)) {
          throw new EmulatorFailure('REFERENCE_UNKNOWN', `The deployment ${deployment.deploymentId} names the role ${key}, which the account does not have.`);
        }
      }
      if (deployment.isOnline) throw new EmulatorFailure('OBJECT_TYPE_UNKNOWN', `The deployment ${deployment.deploymentId} is available without login, which is not emulated.`);
      return { ...deployment, number: deployedId(store, `deployment of ${script.scriptId}`, deployment.deploymentId) };
    }),
  };
}

function deployRecordType(store: Store, type: CustomRecordObject, roles: Role[]): CustomRecordType {
  const permissions: Record<string, PermissionLevel> = {};
  for (const { role, level } of type.permissions) {
    if (role.startsWith('customrole_') && !roles.some((each) => each.key === role)) {
      throw new EmulatorFailure('REFERENCE_UNKNOWN', `The record type ${type.scriptId} names the role ${role}, which the account does not have.`);
    }
    permissions[role] = levelOf(level);
  }
  return { ...type, permissions, id: deployedId(store, 'recordtype', type.scriptId) };
}

function deployList(store: Store, list: CustomListObject): CustomList {
  return {
    id: deployedId(store, 'list', list.scriptId), scriptId: list.scriptId, name: list.name,
    values: list.values.map((value) => ({ ...value, id: deployedValueId(store, list.scriptId, value.scriptId) })),
  };
}

function fillList(store: Store, list: CustomList, now: Date): void {
  for (const value of list.values) {
    store.run(
      `INSERT INTO main.${quoted(list.scriptId)} (id, name, scriptid, isinactive, created, lastmodified) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, isinactive = excluded.isinactive`,
      value.id, value.text, value.scriptId, value.inactive ? 'T' : 'F', now.toISOString(), now.toISOString(),
    );
  }
}

function menuOf(project: Project, scripts: Script[]): MenuCategory[] {
  const fromCategories = project.categories.map((category) => ({
    label: category.label, center: category.center,
    links: category.links.flatMap((link) => {
      const [script, deployment] = link.target.split('.');
      return script && deployment ? [{ label: link.label, script, deployment }] : [];
    }),
  }));
  const fromLinks = scripts.flatMap((script) => script.deployments.flatMap((deployment) => deployment.links.map((link) => ({
    ...menuPlace(link.category), links: [{ label: link.label || deployment.title, script: script.scriptId, deployment: deployment.deploymentId }],
  }))));
  return [...fromCategories, ...fromLinks];
}
