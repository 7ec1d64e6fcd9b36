import * as v from 'valibot';

/**
 * Organizer mapping, for Company Admins only (api Suitelet; everybody else gets FORBIDDEN):
 *
 *   read-organizers         ReadOrganizers         → Organizers
 *   preview-auto-match      {}                     → AutoMatch        changes nothing
 *   auto-match-and-save     {}            (change) → AutoMatched      as many as one request can; ask again while some are left
 *   save-organizer          SaveOrganizer (change) → Organizers       Manual; employee null: Unmapped again
 *   save-default-organizer  SaveDefault   (change) → Organizers
 *   find-employees          FindEmployees          → EmployeesFound
 *
 * Where RingCentral has to be asked and cannot, the answer is refused with NOT_SET_UP (no connection yet) or LATER; detail is a SyncCause.
 */

/** How an extension got its employee. The first is the binding made when that user connected: never touched by auto-match. */
export const organizerHows = ['connected', 'email', 'user-email', 'phone', 'manual', 'unmapped'] as const;
export type OrganizerHow = (typeof organizerHows)[number];

export const Employee = v.object({ id: v.number(), name: v.string() });
export type Employee = v.InferOutput<typeof Employee>;

export const OrganizerRow = v.object({
  extensionId: v.string(),
  extensionNumber: v.string(),
  /** As RingCentral has them; '' where it has none. */
  name: v.string(),
  email: v.string(),
  numbers: v.array(v.string()),
  /** false: no longer among RingCentral's users, but calls or a binding name it. */
  current: v.boolean(),
  employee: v.nullable(Employee),
  how: v.picklist(organizerHows),
  /** Calls that wait for this extension to be mapped. */
  waiting: v.number(),
});
export type OrganizerRow = v.InferOutput<typeof OrganizerRow>;

export const Organizers = v.object({
  rows: v.array(OrganizerRow),
  /** Stands in for every extension without an employee; null: their calls wait. */
  defaultOrganizer: v.nullable(Employee),
  /** `due`: of these calls, those that have an organizer by now: the next run logs them. */
  waiting: v.object({ calls: v.number(), extensions: v.number(), due: v.number() }),
  /** When RingCentral's list was read; null: not yet, rows are those that NetSuite knows. */
  readAt: v.nullable(v.string()),
});
export type Organizers = v.InferOutput<typeof Organizers>;

/** `fresh`: asks RingCentral for its list again. */
export const ReadOrganizers = v.object({ fresh: v.optional(v.boolean(), false) });

/** What auto-match would do; rows that stay as they are, are left out. */
export const AutoMatch = v.object({
  matches: v.array(v.object({ extensionId: v.string(), extensionNumber: v.string(), name: v.string(), employee: Employee, how: v.picklist(['email', 'user-email', 'phone']) })),
  /** Several employees fit equally well: nobody is chosen. */
  ambiguous: v.array(v.object({ extensionId: v.string(), extensionNumber: v.string(), name: v.string() })),
  unmatched: v.number(),
});
export type AutoMatch = v.InferOutput<typeof AutoMatch>;

/** What one request of auto-match did: `left` are found, and not saved yet. */
export const AutoMatched = v.object({ organizers: Organizers, saved: v.number(), left: v.number() });
export type AutoMatched = v.InferOutput<typeof AutoMatched>;

const employeeId = v.pipe(v.number(), v.integer(), v.minValue(1));
export const SaveOrganizer = v.object({ extensionId: v.pipe(v.string(), v.regex(/^\d{1,20}$/)), employee: v.nullable(employeeId) });
export const SaveDefault = v.object({ employee: v.nullable(employeeId) });

/** Part of a name or e-mail address. */
export const FindEmployees = v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)) });
export const EmployeesFound = v.object({ employees: v.array(Employee) });
