import * as v from 'valibot';
import { type CompanyCard, type CompanySettings, SaveCompany } from '../../../wire/settings/company.ts';

export type CompanyErrors = Partial<Record<keyof CompanySettings, string>>;

/** What each field must be; shown under it when it is not. */
export const companyErrorWords: Record<keyof CompanySettings, string> = {
  clientId: 'Enter the client ID of your app at RingCentral: letters, digits, “-” and “_”.',
  server: 'Choose one of RingCentral’s servers, or enter a loopback address with its port, such as http://ringcentral.localhost:8090.',
  redirectUri: 'Enter a whole address that begins with https://.',
};

/**
 * What can be told wrong before NetSuite is asked; the server decides again, and alone for good.
 *
 * @returns a sentence per field that cannot be right; empty when nothing is known to be wrong.
 */
export function checkCompany(settings: CompanySettings, { servers }: Pick<CompanyCard, 'servers'>, ownRedirect: boolean): CompanyErrors {
  const fields = SaveCompany.entries.settings.entries;
  const errors: CompanyErrors = {};
  if (!v.is(fields.clientId, settings.clientId)) errors.clientId = companyErrorWords.clientId;
  if (!v.is(fields.server, settings.server) || !(servers.some(({ origin }) => origin === settings.server) || isLoopback(settings.server))) errors.server = companyErrorWords.server;
  if (!ownRedirect && !(v.is(fields.redirectUri, settings.redirectUri) && (parse(settings.redirectUri)?.protocol === 'https:' || isLoopback(settings.redirectUri)))) errors.redirectUri = companyErrorWords.redirectUri;
  return errors;
}

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);

/** An address of this very machine; `*.localhost` never leaves it (RFC 6761). */
export function isLoopback(address: string): boolean {
  const url = parse(address.trim());
  return url !== null && /^https?:$/.test(url.protocol) && /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/.test(url.hostname);
}
