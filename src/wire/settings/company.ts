import * as v from 'valibot';
import { pictureKeepings } from './pictures.ts';
import { WhatToLog } from './what-to-log.ts';

const clientId = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9_-]{1,100}$/));

/** What every signed-in user needs to connect (service Suitelet, action company). No secret is among it. */
export const CompanyForMembers = v.object({
  setUp: v.boolean(),
  clientId: v.nullable(v.string()),
  /** Origin of RingCentral's platform, e.g. https://platform.ringcentral.com. */
  server: v.nullable(v.string()),
  /** true: a loopback origin for trying out; a lasting notice says so. */
  testServer: v.boolean(),
  redirectUri: v.string(),
  logging: v.object({ whatToLog: WhatToLog, /** What may come of a call, in the company's own words and order. */ dispositions: v.array(v.string()), pictures: v.picklist(pictureKeepings) }),
  /** There are Call Fields or Info Links to show; see wire/people/call-card. */
  hasCallCard: v.boolean(),
});
export type CompanyForMembers = v.InferOutput<typeof CompanyForMembers>;

/** What a Company Admin sees and saves (api Suitelet, actions read-company and save-company). */
export const CompanySettings = v.object({
  clientId: v.string(),
  server: v.string(),
  /** '' means: our own redirect Suitelet. */
  redirectUri: v.string(),
});
export type CompanySettings = v.InferOutput<typeof CompanySettings>;

export const CompanyCard = v.object({
  settings: CompanySettings,
  /** Made in another NetSuite account (a sandbox refreshed from production): they count as none until they are saved here. */
  otherAccount: v.boolean(),
  /** For copying into the app's registration at RingCentral. */
  ownRedirectUri: v.string(),
  servers: v.array(v.object({ label: v.string(), origin: v.string() })),
});
export type CompanyCard = v.InferOutput<typeof CompanyCard>;

export const SaveCompany = v.object({ settings: v.object({ clientId, server: v.pipe(v.string(), v.trim(), v.maxLength(200)), redirectUri: v.pipe(v.string(), v.trim(), v.maxLength(999)) }) });
