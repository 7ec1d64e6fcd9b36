import * as v from 'valibot';

const clientId = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9_-]{1,100}$/));

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
