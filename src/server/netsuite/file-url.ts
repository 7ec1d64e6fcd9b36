import cache = require('N/cache');
import file = require('N/file');
import { distFolder } from './ids.ts';
import { version } from './version.ts';

/** Seconds an address is kept; the version is part of its name, so that a deployment is seen at once. */
const keptSeconds = 24 * 3600;

/** Address of a built file in the File Cabinet, with the version that keeps browsers from using an old one. 2 units, 12 the first time. */
export function distUrl(name: string): string {
  const store = cache.getCache({ name: 'rcns_file_urls', scope: cache.Scope.PRIVATE });
  const key = `${version}:${name}`;
  const address = String(store.get({ key, loader: () => file.load({ id: `${distFolder}/${name}` }).url, ttl: keptSeconds }));
  return `${address}${address.includes('?') ? '&' : '?'}v=${version}`;
}
