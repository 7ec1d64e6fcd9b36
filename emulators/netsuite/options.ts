/** What the person starting an emulator decides. */

/** Permission levels as NetSuite numbers them: 0 none, 1 view, 2 create, 3 edit, 4 full. */
export type PermissionLevel = 0 | 1 | 2 | 3 | 4;

/** A role which is not in the project: made by the account's own administrator. */
export interface RoleSeed {
  /** Name of a standard role, or a script id such as customrole_sales. */
  id: string;
  name: string;
  /** e.g. BASIC, SALESCENTER. */
  center?: string;
  /** Permission id (LIST_CALL …) to level. */
  permissions: Record<string, PermissionLevel>;
  /** Sees only customers whose sales rep they are, the contacts of these, and their own phone calls. */
  salesRepOnly?: boolean;
}

/** A person who signs in: becomes an employee with access. */
export interface UserSeed {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  title?: string;
  phone?: string;
  /** Role ids; the first is the one chosen when nothing else is. */
  roles: string[];
  /** IANA zone chosen under Home > Set Preferences; the company's when absent. */
  timeZone?: string;
}

/** An API secret, as made by hand under Setup > Company > Preferences > API Secrets. Its value never reaches a script. */
export interface SecretSeed {
  /** custsecret_… */
  id: string;
  value: string;
  /** Script ids which may use it. */
  scripts: string[];
  /** Host names it may be sent to. */
  domains: string[];
}

/** A custom field on entities that the account's own administrator made. */
export interface EntityFieldSeed {
  /** custentity_… */
  id: string;
  label: string;
  /** As SDF spells types: PHONE, TEXT … */
  type: string;
  /** customer (with lead and prospect), contact, vendor, partner, employee, job, othername. */
  appliesTo: string[];
}

/** A company of the group, with the feature SUBSIDIARIES; internal ids count from 1 in this order, and the first is the parent. */
export interface SubsidiarySeed { name: string; /** Two-letter country. */ country: string }

export interface AccountSeed {
  accountId: string;
  companyName: string;
  /** Two-letter country. */
  country: string;
  /** IANA zone of the company, of scripts that nobody runs, and of users who chose none. */
  timeZone: string;
  features?: Record<string, boolean>;
  roles?: RoleSeed[];
  entityFields?: EntityFieldSeed[];
  subsidiaries?: SubsidiarySeed[];
  users: UserSeed[];
  secrets?: SecretSeed[];
  /** Setup > Company > General Preferences > Custom Preferences: values of script parameters whose setting is COMPANY, by parameter id. */
  preferences?: Record<string, string>;
}

/** Where real accounts differ, or where public documentation does not decide. */
export interface Behaviour {
  /** Code thrown when an external id is taken; its spelling in a real account is unproved. */
  duplicateExternalIdCode: string;
  /** false: File Cabinet scripts are answered as text/plain, as an account might that does not serve them as JavaScript. */
  fileCabinetScripts: boolean;
  /** true: phone fields of record pages are wrapped in tel: links, as some accounts do. */
  telephoneLinks: boolean;
  /** Headers on every page, script and answer, such as Cross-Origin-Opener-Policy: what real accounts send is not public. */
  pageHeaders: Record<string, string>;
  /** false: a phone call's company cannot be a project, as an account might have it. */
  projectsOnPhoneCalls: boolean;
  /** RESTlets running at the same moment before the next one is refused. */
  restletConcurrency: number;
  /** Longest run of an execution in milliseconds; absent: the limit of its script type. */
  timeLimitMs?: number;
  /** Milliseconds without a request after which a session ends. */
  sessionIdleMs: number;
}

export const defaultBehaviour: Behaviour = {
  duplicateExternalIdCode: 'DUP_RCRD',
  fileCabinetScripts: true,
  telephoneLinks: false,
  pageHeaders: {},
  projectsOnPhoneCalls: true,
  restletConcurrency: 5,
  sessionIdleMs: 180 * 60_000,
};

export interface EmulatorOptions {
  /** Folder with manifest.xml and deploy.xml. */
  projectFolder: string;
  /** The SQLite file that is the whole state of the account. */
  dataFile: string;
  /** 0 takes a free port. */
  port: number;
  host?: string;
  publicHost?: string;
  account: AccountSeed;
  /** Host names that outgoing N/https requests find on this machine. */
  hostMap?: Record<string, string>;
  behaviour?: Partial<Behaviour>;
  log?: (line: string) => void;
}
