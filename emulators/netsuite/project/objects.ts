/** The objects of an SDF project, read but not yet deployed. Names of roles and records are script ids or the platform's own names. */

export type ScriptKind = 'suitelet' | 'restlet' | 'userevent' | 'client' | 'mapreduce' | 'scheduled' | 'portlet';

export interface MenuLinkObject { category: string; label: string }

export interface DeploymentObject {
  deploymentId: string;
  title: string;
  status: string;
  isDeployed: boolean;
  allRoles: boolean;
  allEmployees: boolean;
  roles: string[];
  /** RECORD, a standard type in capitals, or the script id of a custom record type; '' for scripts without one. */
  recordType: string;
  /** '' or the one event type to which the deployment is narrowed. */
  eventType: string;
  /** null: every execution context. */
  executionContexts: string[] | null;
  runAsRole: string | null;
  isOnline: boolean;
  logLevel: string;
  concurrencyLimit: number;
  parameters: Record<string, string>;
  links: MenuLinkObject[];
}

export interface ParameterObject { scriptId: string; fieldType: string; label: string; setting: string; defaultValue: string; target: string | null }

export interface ScriptObject {
  kind: ScriptKind;
  scriptId: string;
  name: string;
  /** File Cabinet path, /SuiteScripts/…  */
  file: string;
  inactive: boolean;
  portletType: string;
  parameters: ParameterObject[];
  deployments: DeploymentObject[];
}

export interface CustomFieldObject {
  scriptId: string;
  label: string;
  fieldType: string;
  target: string | null;
  mandatory: boolean;
  displayType: string;
  help: string;
  maxLength: number | null;
  defaultValue: string;
  showInList: boolean;
  /** false: the value is not stored, the field only shows its default. */
  stored: boolean;
  /** "Record is parent" of a custom record's field. */
  parent: boolean;
  onParentDelete: 'empty' | 'refuse';
  /** Standard record types it stands on; empty for a field of a custom record. */
  appliesTo: string[];
}

export interface RolePermissionObject { role: string; level: string }

export interface CustomRecordObject {
  scriptId: string;
  name: string;
  accessType: string;
  includeName: boolean;
  fields: CustomFieldObject[];
  permissions: RolePermissionObject[];
}

export interface CustomListObject { scriptId: string; name: string; values: { scriptId: string; text: string; inactive: boolean }[] }

export interface RoleObject { scriptId: string; name: string; center: string; permissions: { permission: string; level: string }[]; ownOnly: boolean }

export interface CategoryObject { scriptId: string; center: string; label: string; links: { target: string; label: string }[] }

export interface ProjectFile { /** File Cabinet path. */ path: string; content: Uint8Array }

export interface Project {
  name: string;
  features: { id: string; required: boolean }[];
  files: ProjectFile[];
  scripts: ScriptObject[];
  fields: CustomFieldObject[];
  recordTypes: CustomRecordObject[];
  lists: CustomListObject[];
  roles: RoleObject[];
  categories: CategoryObject[];
}
