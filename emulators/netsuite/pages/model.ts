/**
 * What an execution hands to the page renderer. Plain data: it crosses a thread border.
 * The renderer turns it into HTML and knows nothing of the store, of scripts or of permissions.
 */

/** One choice of a select field. */
export interface Option { value: string; text: string }

/** A field as a form shows it. `value` is what getValue gives as text; `text` what a person reads. */
export interface FieldModel {
  id: string;
  label: string;
  /** Lower-case serverWidget.FieldType: text, textarea, longtext, phone, email, select, multiselect, checkbox, date, datetimetz, integer, float, currency, url, clobtext, inlinehtml … */
  type: string;
  value: string;
  text: string;
  /** Display type as NetSuite spells it in lower case: normal, inline, hidden, disabled, readonly, entry. */
  displayType: string;
  mandatory: boolean;
  options?: Option[];
  /** Where a select's value leads, e.g. /app/common/entity/custjob.nl?id=12; null when it leads nowhere. */
  link: string | null;
  /** Field group or subtab id the field stands in; '' is the main area. */
  container: string;
  help?: string;
}

/** A button beside Edit or Save. With an empty functionName it submits the form (a Suitelet's submit button). */
export interface ButtonModel { id: string; label: string; functionName: string }

/** A read-only list under a subtab, such as Communication > Activities. */
export interface SublistModel {
  id: string;
  label: string;
  /** Id of the subtab it stands under. */
  subtab: string;
  columns: { id: string; label: string }[];
  rows: { link: string | null; cells: Record<string, string> }[];
  emptyText: string;
}

export interface SubtabModel { id: string; label: string; parent: string | null }

/** Who is looking, for the frame round every page. */
export interface FrameModel {
  accountId: string;
  companyName: string;
  user: { id: number; name: string; email: string };
  role: { id: string; name: string };
  /** Menu: centre tabs with their links. Suitelets put themselves here through `links` in their deployment. */
  menu: { label: string; links: { label: string; url: string }[] }[];
}

/** A page built by the platform: a record in view, edit or create mode, or a Suitelet's serverWidget form. */
export interface FormPageModel {
  kind: 'form';
  frame: FrameModel;
  title: string;
  /** view, edit, create: a record page. suitelet: a form written with writePage. */
  mode: 'view' | 'edit' | 'create' | 'suitelet';
  record: { type: string; id: string | null; /** Version the form was loaded with; posted back. */ version: number } | null;
  /** Record type as people call it: Customer, Lead, Phone Call. */
  typeLabel: string;
  fields: FieldModel[];
  groups: { id: string; label: string; subtab: string | null }[];
  subtabs: SubtabModel[];
  sublists: SublistModel[];
  buttons: ButtonModel[];
  /** Addresses of the platform's own buttons that this role may use; null hides the button. */
  actions: { edit: string | null; save: string | null; cancel: string | null };
  /** Modules the page loads: the one of form.clientScriptModulePath, then deployed client scripts (edit and create only). */
  clientModules: { /** File Cabinet path without .js, the AMD module id. */ moduleId: string; url: string; /** true when client events (pageInit …) run. */ events: boolean; scriptId: string | null; deploymentId: string | null }[];
  /** What N/* needs in the browser. */
  client: ClientBootModel;
  /** Shown at the top: a refused save, a warning. */
  messages: { level: 'error' | 'warning' | 'confirmation' | 'information'; title: string; text: string }[];
}

/** Data for the browser versions of N/runtime, N/url and N/currentRecord. */
export interface ClientBootModel {
  accountId: string;
  envType: string;
  user: { id: number; name: string; email: string; role: number; roleId: string; roleCenter: string; department: number; location: number; subsidiary: number };
  features: Record<string, boolean>;
  /** Script and deployment ids to internal ids, for N/url.resolveScript. */
  scripts: { scriptId: string; id: number; deployments: { deploymentId: string; number: number }[]; kind: 'SUITELET' | 'RESTLET' }[];
}

export interface ListPageModel {
  kind: 'list';
  frame: FrameModel;
  title: string;
  columns: { id: string; label: string }[];
  rows: { link: string | null; editLink: string | null; cells: Record<string, string> }[];
  page: number;
  pages: number;
  total: number;
  newLink: string | null;
  search: string;
}

export interface DashboardPageModel {
  kind: 'dashboard';
  frame: FrameModel;
  portlets: { title: string; /** HTML written by the script or by the emulator itself. */ html: string; scripted: boolean }[];
}

export interface NoticePageModel {
  kind: 'notice';
  frame: FrameModel | null;
  /** e.g. SSS_INVALID_SCRIPTLET_ID, or '' for a plain notice. */
  code: string;
  title: string;
  text: string;
}

export type PageModel = FormPageModel | ListPageModel | DashboardPageModel | NoticePageModel;

/** What the main thread knows about the request and no execution does. */
export interface PageRequest {
  /** Token of the session, posted back as `_csrf` by every form of the page; '' where nobody is signed in. */
  csrf: string;
  /** Path and query the page was asked with; lists build their search and page links from it. */
  url: string;
  /** Wrap phone numbers of a record in view mode in `tel:` links, as some accounts show them. */
  telLinks?: boolean;
}

/**
 * The sign-in page. Posts `email`, `password`, `returnTo` and `_csrf` to SIGN_IN_ACTION.
 * `people` are those the emulator offers to pick; picking fills in e-mail and, where given, password.
 */
export interface SignInModel {
  companyName: string;
  people: { name: string; email: string; /** e.g. the roles. */ hint: string; password?: string }[];
  /** What was typed before a refusal. */
  email?: string;
  /** Why the last try was refused; '' on a first visit. */
  error: string;
  returnTo: string;
  csrf: string;
}

/** The choice among several roles. Posts `role`, `returnTo` and `_csrf` to CHANGE_ROLE. */
export interface RoleChoiceModel {
  companyName: string;
  userName: string;
  roles: { id: string; name: string; current: boolean }[];
  returnTo: string;
  csrf: string;
}
