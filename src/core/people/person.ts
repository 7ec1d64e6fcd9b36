/** Record types a number can belong to, as N/record and SuiteQL spell them. Lead and prospect are stages of customer; a job is a project. */
export const personTypes = ['customer', 'contact', 'vendor', 'partner', 'employee', 'job'] as const;
export type PersonType = (typeof personTypes)[number];

export interface PersonRef { type: PersonType; id: number }

/** Whom a window knows or somebody named. `at`: when they chose (epoch milliseconds); of two choices the later one holds. */
export interface PersonNamed extends PersonRef { at?: number }

/** Somebody a number belongs to, as the caller's own permissions show them. */
export interface Person extends PersonRef {
  name: string;
  /** A contact's company, a project's customer. */
  company: { type: 'customer' | 'vendor' | 'partner'; id: number; name: string } | null;
}

/** Answer to "who is it?" for one number. */
export type PersonFound =
  | {
      kind: 'one';
      person: Person;
      /** Not by the index alone: somebody chose this person for the number before. `others`: who has it besides. */
      remembered?: { others: Person[] };
    }
  /** Several people, all of one company: the company is certain, the person is not. */
  | { kind: 'company'; person: Person; candidates: Person[] }
  /** Several that do not belong together: a person has to choose. */
  | { kind: 'several'; candidates: Person[] }
  | { kind: 'nobody' };
