import query = require('N/query');
import runtime = require('N/runtime');
import { autoMatch } from '../../core/organizers/auto-match.ts';
import type { AutoMatch, AutoMatched, Employee, OrganizerRow, Organizers } from '../../wire/organizers/organizers.ts';
import { settings as settingIds, waiting as waitingIds } from '../netsuite/ids.ts';
import { Refused } from '../refused.ts';
import { connectionOf } from '../ringcentral/connection.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';
import { changeSettings, loadSettings } from '../settings/settings-record.ts';
import { unmappedCalls } from '../sync/sync-card.ts';
import { defaultOrganizerOf, syncSettingsOf } from '../sync/sync-settings.ts';
import { unmapped } from '../sync/waiting-calls.ts';
import { bind, bindings, unbind, type Binding } from './bindings.ts';
import { keptUsers, readUsers, type ListedUser, type UserList } from './company-users.ts';
import { employeesToMatch } from './employees.ts';

/** Units that saving a row takes, and what the answer needs afterwards. */
const unitsPerRow = 16;
const unitsForAnswer = 120;

/** RingCentral's users: as kept, or asked for. Throws Refused with the cause. */
function listUsers(fresh: boolean): UserList {
  try {
    const row = loadSettings();
    const connection = connectionOf(row, syncSettingsOf(row).secrets);
    return (fresh ? null : keptUsers(connection)) ?? readUsers(connection);
  } catch (failure) {
    if (!(failure instanceof SyncFailure)) throw failure;
    const passing = failure.reason === 'RATE_LIMITED' || failure.reason === 'UNREACHABLE' || failure.reason === 'RINGCENTRAL';
    throw new Refused(passing ? 'LATER' : 'NOT_SET_UP', failure.reason);
  }
}

/** Waiting calls of each extension. 10 units. */
function waitingByExtension(): Map<string, number> {
  const rows = query
    .runSuiteQL({ query: `SELECT w.${waitingIds.extension} AS extension, COUNT(*) AS calls FROM ${waitingIds.type} w WHERE w.${waitingIds.reason} = ? GROUP BY w.${waitingIds.extension}`, params: [unmapped] })
    .asMappedResults();
  return new Map(rows.map((row) => [String(row['extension']), Number(row['calls'])]));
}

function defaultOrganizer(): Employee | null {
  const id = defaultOrganizerOf(loadSettings());
  if (id === null) return null;
  const [row] = query.runSuiteQL({ query: 'SELECT e.firstname AS firstname, e.lastname AS lastname FROM employee e WHERE e.id = ?', params: [id] }).asMappedResults();
  return { id, name: [row?.['firstname'], row?.['lastname']].filter((part) => typeof part === 'string' && part !== '').join(' ') };
}

function rowOf(user: ListedUser | null, extensionId: string, binding: Binding | null, waiting: number): OrganizerRow {
  return {
    extensionId, extensionNumber: user?.extensionNumber ?? binding?.extensionNumber ?? '', name: user?.name ?? '', email: user?.email ?? '', numbers: user?.numbers ?? [],
    current: user !== null, employee: binding?.employee ?? null, how: binding?.how ?? 'unmapped', waiting,
  };
}

const byNumber = (a: OrganizerRow, b: OrganizerRow): number => Number(a.extensionNumber || Infinity) - Number(b.extensionNumber || Infinity) || a.extensionId.localeCompare(b.extensionId);

/** The whole mapping. Without a list of RingCentral's, the rows that NetSuite knows. About 110 units. */
export function readOrganizers(fresh: boolean): Organizers {
  let list: UserList | null = null;
  try {
    list = listUsers(fresh);
  } catch (failure) {
    if (fresh || !(failure instanceof Refused)) throw failure;
  }
  return organizersOf(list);
}

function organizersOf(list: UserList | null): Organizers {
  const users = new Map((list?.users ?? []).map((user) => [user.extensionId, user]));
  const bound = new Map(bindings().map((binding) => [binding.extensionId, binding]));
  const waiting = waitingByExtension();
  const all = new Set([...users.keys(), ...bound.keys(), ...waiting.keys()]);
  const standIn = defaultOrganizer();
  return {
    rows: [...all].map((id) => rowOf(users.get(id) ?? null, id, bound.get(id) ?? null, waiting.get(id) ?? 0)).sort(byNumber),
    defaultOrganizer: standIn, waiting: unmappedCalls(standIn !== null), readAt: list === null ? null : new Date(list.readAt).toISOString(),
  };
}

/** What auto-match finds for extensions without an employee; who connected, and what an admin chose, stays. */
function matches(): { list: UserList; found: AutoMatch; bound: Map<string, Binding> } {
  const list = listUsers(false);
  const bound = new Map(bindings().map((binding) => [binding.extensionId, binding]));
  const open = list.users.filter(({ extensionId }) => (bound.get(extensionId)?.employee ?? null) === null);
  const users = new Map(open.map((user) => [user.extensionId, user]));
  const { employees, names } = employeesToMatch();
  const found: AutoMatch = { matches: [], ambiguous: [], unmatched: 0 };
  for (const match of autoMatch(open, employees)) {
    const { extensionId } = match;
    const { extensionNumber = '', name = '' } = users.get(extensionId) ?? {};
    if (match.kind === 'matched') found.matches.push({ extensionId, extensionNumber, name, employee: { id: match.employee, name: names.get(match.employee) ?? '' }, how: match.how });
    else if (match.kind === 'ambiguous') found.ambiguous.push({ extensionId, extensionNumber, name });
    else found.unmatched += 1;
  }
  return { list, found, bound };
}

/** What auto-match would do. About 100 units. */
export const previewAutoMatch = (): AutoMatch => matches().found;

/** Does it, as far as the units of one request reach, and says how many are left for the next. */
export function autoMatchAndSave(): AutoMatched {
  const { list, found, bound } = matches();
  let saved = 0;
  for (const { extensionId, extensionNumber, employee, how } of found.matches) {
    if (runtime.getCurrentScript().getRemainingUsage() < unitsPerRow + unitsForAnswer) break;
    bind({ extensionId, extensionNumber, employee: employee.id, how }, bound.get(extensionId)?.row ?? null);
    saved += 1;
  }
  return { organizers: organizersOf(list), saved, left: found.matches.length - saved };
}

/** A person's choice. About 120 units. */
export function saveOrganizer(extensionId: string, employee: number | null): Organizers {
  const kept = bindings().find((binding) => binding.extensionId === extensionId) ?? null;
  if (employee !== null) bind({ extensionId, extensionNumber: kept?.extensionNumber ?? '', employee, how: 'manual' }, kept?.row ?? null);
  else if (kept !== null) unbind(kept.row);
  return readOrganizers(false);
}

export function saveDefaultOrganizer(employee: number | null): Organizers {
  changeSettings({ [settingIds.defaultOrganizer]: employee ?? '' });
  return readOrganizers(false);
}
