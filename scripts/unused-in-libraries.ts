/**
 * What the line never uses of its libraries, and a bundler cannot know: ways the line does not go (their own WebRTC,
 * discovery, the proxy, passwords), and methods nobody calls. A new release of a library in which one of these is not
 * found any more fails the build.
 */
interface Cut {
  /** End of the file's path. */
  file: string;
  /** Class members, as the library indents them. */
  members?: string[];
  /** Conditions whose answer is known here. */
  known?: [pattern: RegExp, answer: string][];
}

const cuts: Cut[] = [
  {
    file: 'ringcentral-web-phone/dist/call-session/index.mjs',
    members: ['get mediaStream', 'set mediaStream', 'get localNumber', 'get isConference', 'async changeInputDevice', 'async changeOutputDevice', 'async warmTransfer', 'async park', 'async waitForIceGatheringComplete'],
    known: [[/(?<=if \(|\? |= )this\.webPhone\.options\.webRtcSessionFactory(?=\)| \?)/g, 'true'], [/if \(factory\)/, 'if (true)']],
  },
  // Texts only, none of the ready-made replies.
  { file: 'ringcentral-web-phone/dist/call-session/inbound.mjs', known: [[/if \(typeof arg === "string"\)/, 'if (true)']] },
  { file: 'ringcentral-web-phone/dist/index.mjs', members: ['async dispose'], known: [[/if \(!this\.autoAnswer\)/, 'if (true)'], [/ \?\? new DefaultSipClient\(options\)/, ''], [/ \?\? new DefaultDeviceManager\(\)/, '']] },
  // LineSipClient has its own of these.
  { file: 'ringcentral-web-phone/dist/sip-client.mjs', members: ['toggleBackupOutboundProxy', 'connect', 'async dispose', 'async register', 'async request', 'async reply', 'send'], known: [[/static inboundMessage = new InboundMessage\(\)/, '']] },
  // Nobody reads the words behind the status of an answer; the line gives four kinds of them.
  { file: 'ringcentral-web-phone/dist/sip-message/response-codes.mjs', known: [[/^\t(?!100|180|200|480)\d{3}: .*\n/gm, '']] },
  {
    file: '@ringcentral/sdk/src/SDK.ts',
    members: ['public static handleLoginRedirect', 'public static server =', 'public send =', 'public patch =', 'public delete =', 'public ensureLoggedIn =', 'public createUrl =', 'public signUrl =', 'public parseLoginRedirect =', 'public loginWindow =', 'public refresh =', 'public multipart =', 'public getContentType =', 'public isMultipart =', 'public isJson =', 'public error ='],
    known: [[/options\?\.server === SDK\.server\.sandbox/, 'false']],
  },
  {
    file: '@ringcentral/sdk/src/platform/Platform.ts',
    members: [
      'public discovery', 'public async signUrl', 'public async loginUrlWithDiscovery', 'public async initDiscovery', 'private _generateCodeVerifier', 'public parseLoginRedirect', 'public loginWindow', 'private _createLoginWindowCheckTimeout',
      'private _clearLoginWindowCheckTimeout', 'public async loggedIn', 'private async _getTokenAndDiscoveryUriOnLogin', 'public async patch', 'public async delete', 'public basicAuthHeader', 'public get discoveryInitPromise', 'public get codeVerifier', 'public get userAgent',
    ],
    known: [
      // Nobody listens.
      [/this\.emit\(this\.events\.\w+(, \w+)?\);/g, ''],
      [/public events = events;/, ''],
      [/if \(enableDiscovery\)/, 'if (false)'],
      [/if \(discoveryEndpoint\)/, 'if (false)'],
      [/if \(path\.indexOf\('\/rcvideo'\)[^{]*\{/, 'if (false) {'],
      [/this\._handleRateLimit = handleRateLimit;/, ''],
      [/if \(status === Client\._rateLimitStatus\)/, 'if (false)'],
      [/status !== Client\._unauthorizedStatus && status !== Client\._rateLimitStatus/, 'status !== Client._unauthorizedStatus'],
      [/\bthis\._discovery\b(?! =)/g, '(void 0)'],
      [/\bthis\._authProxy\b(?! =)/g, 'false'],
      [/if \(usePKCE\)/, 'if (false)'],
      [/if \(access_token\)/, 'if (false)'],
      [/if \(!code && !jwt\)/, 'if (false)'],
      [/if \(jwt\)/, 'if (false)'],
      [/if \(this\._clientSecret && this\._clientSecret\.length > 0\)/, 'if (false)'],
    ],
  },
  { file: '@ringcentral/sdk/src/http/Client.ts', members: ['public isMultipart', 'public isJson', 'public async toMultipart', 'public async multipart', 'private _create', 'public _isContentType', 'public getContentType'], known: [[/isPlainObject\(init\.body\) \|\| !init\.body/, 'true'], [/import isPlainObject from 'is-plain-object';/, ''], [/this\.emit\(this\.events\.\w+(, \w+)+\);/g, ''], [/public events = events;/, '']] },
  // A pattern in letters that browsers of 2023 do not know is made when the script starts, whether anybody asks for emoji or not.
  { file: 'valibot/dist/index.mjs', known: [[/^const EMOJI_REGEX = .*$/m, 'const EMOJI_REGEX = undefined;']] },
  { file: '@ringcentral/sdk/src/core/Cache.ts', members: ['public setItemSync', 'public removeItemSync', 'public getItemSync'] },
];

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** From the member's name to the brace, or the semicolon of a field, that stands at its own depth. */
const memberOf = (name: string): RegExp => (name.endsWith('=') ? new RegExp(`^ {4}${literal(name)}[\\s\\S]*?;\\n`, 'm') : new RegExp(`^(\\t| {4})${literal(name)}\\([\\s\\S]*?^\\1\\}\\n`, 'm'));

/** Matches the files below; for onLoad. */
export const trimmedFiles = new RegExp(`(?:${cuts.map(({ file }) => literal(file).replaceAll('/', '[\\\\/]')).join('|')})$`);

/** The source of one of `trimmedFiles` without what is never used. */
export function withoutUnused(path: string, source: string): string {
  const cut = cuts.find(({ file }) => path.replaceAll('\\', '/').endsWith(file));
  const all: [RegExp, string][] = [...(cut?.members ?? []).map((name): [RegExp, string] => [memberOf(name), '']), ...(cut?.known ?? [])];
  return all.reduce((text, [pattern, replacement]) => {
    const next = text.replace(pattern, replacement);
    if (next === text) throw new Error(`${cut?.file}: ${pattern} is not there any more.`);
    return next;
  }, source);
}
