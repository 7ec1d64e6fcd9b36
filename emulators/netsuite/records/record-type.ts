import type { PermissionLevel } from '../options.ts';
import type { Field, Stored } from './field.ts';

export type Values = Record<string, Stored>;

/** How a role's right to a record type is found. */
export type Access =
  | { kind: 'permission'; permission: string; name: string }
  | { kind: 'list'; levels: Record<string, PermissionLevel> }
  | { kind: 'everyone' };

/** What a rule may know when it settles the values of a record about to be written. */
export interface Settling { userId: number; today: string; creating: boolean }

/** A kind of record: its fields, its table, its rules. Built in every thread from the account as deployed. */
export interface RecordType {
  /** As record.Type spells it. */
  id: string;
  table: string;
  label: string;
  plural: string;
  /** Name in script deployments, such as PHONECALL. */
  deploymentName: string;
  /** Record ids of entities come from one sequence, those of activities from another. */
  sequence: string;
  fields: Field[];
  access: Access;
  /** Decides the units of 4.6. */
  cost: 'other' | 'custom';
  /** Ids of the fields where the platform keeps the two instants. */
  createdField: string;
  modifiedField: string;
  /** Restriction of a stage: lead, prospect and customer are one table. */
  stage: string | null;
  /** What a person reads where this record is referred to. */
  nameOf(values: Values): string;
  /** Fills what follows from other fields and answers a sentence when the record cannot be saved so. */
  settle(values: Values, settling: Settling): string | null;
  /** Two of one name cannot stand within the same record (a null stands for none); real accounts refuse the second with this code. */
  uniqueName?: { within: string; code: string; message: string };
  /** Path of the record page, of the list; null when the platform shows none. */
  pages: { record: string; list: string; query: Record<string, string> } | null;
  /** More columns for SuiteQL: name to SQL over the table's own columns. */
  derived: Record<string, string>;
  /** Columns of its list page. */
  listColumns: string[];
}
