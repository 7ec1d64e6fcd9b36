import runtime = require('N/runtime');
import url = require('N/url');
import type { Record as NetSuiteRecord } from 'N/record';
import type * as v from 'valibot';
import type { CompanyCard, CompanySettings, SaveCompany } from '../../wire/settings/company.ts';
import type { CompanyForMembers } from '../../wire/settings/company-for-members.ts';
import { scripts, settings as ids } from '../netsuite/ids.ts';
import { Refused } from '../refused.ts';
import { callCardChoiceOf } from './call-card-choice.ts';
import { offeredDispositions } from './dispositions.ts';
import { picturesOf } from './pictures.ts';
import { isRedirectUri, ringCentralServers, serverOrigin } from './server-origin.ts';
import { adoptSettings, cameAlong, loadSettings, settingText } from './settings-record.ts';
import { whatToLogOf } from './what-to-log.ts';

const settingsOf = (row: NetSuiteRecord | null): CompanySettings => ({
  clientId: settingText(row, ids.clientId),
  server: settingText(row, ids.server),
  redirectUri: settingText(row, ids.redirectUri),
});

/** Address of our own redirect Suitelet, as this account is reached. */
const ownRedirectUri = (origin: string): string => origin + url.resolveScript({ ...scripts.redirect, returnExternalUrl: false });

/**
 * What every user needs to connect, read as the service role. Settings made in another account (a sandbox refreshed from
 * production, or the other way round) count as none; what an admin typed into the record itself, past the card, is checked as well.
 */
export function companyForMembers(origin: string): v.InferOutput<typeof CompanyForMembers> {
  const row = loadSettings();
  const { clientId, server, redirectUri } = settingsOf(row);
  const known = serverOrigin(server);
  const logging = { whatToLog: whatToLogOf(row), dispositions: offeredDispositions(), pictures: picturesOf(row).keeping };
  const { fields, links } = callCardChoiceOf(row);
  const hasCallCard = fields.length + links.length > 0;
  const ownAccount = settingText(row, ids.account) === runtime.accountId;
  if (!ownAccount || clientId === '' || known === null) return { setUp: false, clientId: null, server: null, testServer: false, redirectUri: ownRedirectUri(origin), logging, hasCallCard };
  return { setUp: true, clientId, server: known.origin, testServer: known.kind === 'test', redirectUri: isRedirectUri(redirectUri) ? redirectUri : ownRedirectUri(origin), logging, hasCallCard };
}

/** The company card, under the caller's own permissions: throws NetSuite's refusal where they have none. */
export function readCompany(origin: string): v.InferOutput<typeof CompanyCard> {
  const row = loadSettings();
  return card(settingsOf(row), origin, cameAlong(row));
}

const card = (settings: CompanySettings, origin: string, otherAccount: boolean): v.InferOutput<typeof CompanyCard> => ({
  settings, otherAccount,
  ownRedirectUri: ownRedirectUri(origin),
  servers: ringCentralServers.map((server) => ({ ...server })),
});

/** Saves the company card under the caller's own permissions, and makes it this account's. */
export function saveCompany({ settings }: v.InferOutput<typeof SaveCompany>, origin: string): v.InferOutput<typeof CompanyCard> {
  const server = serverOrigin(settings.server);
  if (server === null) throw new Refused('BAD_SETTING', 'settings.server');
  if (settings.redirectUri !== '' && !isRedirectUri(settings.redirectUri)) throw new Refused('BAD_SETTING', 'settings.redirectUri');
  adoptSettings({ [ids.clientId]: settings.clientId, [ids.server]: server.origin, [ids.redirectUri]: settings.redirectUri });
  return card({ ...settings, server: server.origin }, origin, false);
}
