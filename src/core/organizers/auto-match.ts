/** How auto-match finds an employee, the surest first. */
export const matchHows = ['email', 'user-email', 'phone'] as const;
export type MatchHow = (typeof matchHows)[number];

/** A RingCentral user. `email` is the extension's, `userEmail` the person's in the company directory; numbers in E.164. */
export interface CompanyUser { extensionId: string; email: string; userEmail: string; numbers: readonly string[] }

/** An employee of NetSuite; numbers in E.164. */
export interface EmployeeToMatch { id: number; email: string; numbers: readonly string[] }

export type AutoMatched =
  | { kind: 'matched'; extensionId: string; employee: number; how: MatchHow }
  /** Several employees fit equally well. */
  | { kind: 'ambiguous'; extensionId: string }
  | { kind: 'unmatched'; extensionId: string };

const canonical = (email: string): string => email.trim().toLowerCase();

/** Employees by what they are found by; the same address or number may stand at several. */
function byKey(employees: readonly EmployeeToMatch[], keysOf: (employee: EmployeeToMatch) => readonly string[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const employee of employees) {
    for (const key of keysOf(employee)) {
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(employee.id));
    }
  }
  return found;
}

/**
 * Finds the employee behind each extension: by the extension's e-mail address, else by the person's, else by a direct number.
 * The first that finds exactly one decides; where several fit, nobody is chosen, since a wrong organizer is worse than none.
 */
export function autoMatch(users: readonly CompanyUser[], employees: readonly EmployeeToMatch[]): AutoMatched[] {
  const emails = byKey(employees, ({ email }) => [canonical(email)]);
  const numbers = byKey(employees, (employee) => employee.numbers);
  return users.map(({ extensionId, email, userEmail, numbers: own }) => {
    const roads: [MatchHow, Set<number>][] = [
      ['email', emails.get(canonical(email)) ?? new Set()],
      ['user-email', emails.get(canonical(userEmail)) ?? new Set()],
      ['phone', new Set(own.flatMap((number) => [...(numbers.get(number) ?? [])]))],
    ];
    for (const [how, found] of roads) {
      const [employee] = found;
      if (employee !== undefined && found.size === 1) return { kind: 'matched', extensionId, employee, how };
      if (found.size > 1) return { kind: 'ambiguous', extensionId };
    }
    return { kind: 'unmatched', extensionId };
  });
}
