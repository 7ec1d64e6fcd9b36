import type { CustomFieldObject, DeploymentObject, ParameterObject, ScriptKind } from '../project/objects.ts';
import type { Behaviour, PermissionLevel } from '../options.ts';

/** The account as deployed: plain data that every thread gets when it starts, fixed while the emulator runs. */

export interface Role {
  /** Internal id. */
  id: number;
  /** ADMINISTRATOR or customrole_… */
  key: string;
  name: string;
  center: string;
  permissions: Record<string, PermissionLevel>;
  administrator: boolean;
  salesRepOnly: boolean;
}

export interface Deployment extends DeploymentObject {
  /** Number within its script, as in deploy=1. */
  number: number;
}

export interface Script {
  id: number;
  kind: ScriptKind;
  scriptId: string;
  name: string;
  file: string;
  inactive: boolean;
  portletType: string;
  parameters: ParameterObject[];
  deployments: Deployment[];
}

export interface CustomRecordType {
  /** Internal id, the rectype of its pages. */
  id: number;
  scriptId: string;
  name: string;
  accessType: string;
  includeName: boolean;
  fields: CustomFieldObject[];
  /** Role key to level. */
  permissions: Record<string, PermissionLevel>;
}

export interface CustomList { id: number; scriptId: string; name: string; values: { id: number; scriptId: string; text: string; inactive: boolean }[] }

export interface MenuCategory { label: string; center: string; links: { label: string; script: string; deployment: string }[] }

export interface Installation {
  accountId: string;
  companyName: string;
  country: string;
  timeZone: string;
  /** Zones of users who chose one, by e-mail address. */
  userTimeZones: Record<string, string>;
  /** Host and port under which the account is reached. */
  host: string;
  features: Record<string, boolean>;
  behaviour: Behaviour;
  /** Company preferences: values of script parameters, by parameter id. */
  preferences: Record<string, string>;
  roles: Role[];
  scripts: Script[];
  fields: CustomFieldObject[];
  recordTypes: CustomRecordType[];
  lists: CustomList[];
  menu: MenuCategory[];
}

/** A role's or user's identity in an execution. */
export interface Principal { userId: number; name: string; email: string; role: Role; /** IANA. */ timeZone: string }

const levels: Record<string, PermissionLevel> = { NONE: 0, VIEW: 1, CREATE: 2, EDIT: 3, FULL: 4 };

/** Number of a level's name; unknown names are none. */
export function levelOf(name: string): PermissionLevel {
  return levels[name] ?? 0;
}

/** Whether a script parameter is set once for the company, not per deployment. */
export function isPreference(parameter: ParameterObject): boolean {
  return parameter.setting === 'COMPANY' || parameter.setting === 'USER';
}

/** Script by script id or internal id. */
export function findScript(installation: Installation, id: string): Script | undefined {
  return installation.scripts.find((script) => script.scriptId === id || String(script.id) === id);
}

/** Deployment by id or number. */
export function findDeployment(script: Script, id: string): Deployment | undefined {
  return script.deployments.find((deployment) => deployment.deploymentId === id || String(deployment.number) === id);
}
