import type { CallEnd } from '../../../core/calls/call.ts';

const longestName = 200;
const withheld = /^(anonymous|unknown|restricted|unavailable)$/i;

/** Number and name out of a From or To header: `"Ann Lee" <sip:+16505550100@sip.example.com>;tag=1`. */
export function readPeer(header: string | undefined): CallEnd {
  const text = header ?? '';
  const [, user = ''] = /<?sips?:([^@;>]*)@/.exec(text) ?? [];
  const quoted = /^\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1]?.replace(/\\(.)/g, '$1');
  const bare = /^\s*([^"<]+?)\s*</.exec(text)?.[1];
  const name = (quoted ?? bare ?? '').trim().slice(0, longestName);
  const number = withheld.test(user) ? '' : decodeUser(user).slice(0, 60);
  return { number, name: name === '' || name === number || withheld.test(name) ? null : name };
}

function decodeUser(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
