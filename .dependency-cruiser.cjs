// The borders of docs/architecture.md. The compiler keeps platforms apart (one tsconfig a room); this keeps rooms apart.
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle hides who depends on whom.', {}, { circular: true }),
    rule('core-is-pure', 'core knows no other room, no SDK, no platform; one number library.', { path: '^src/core/' }, { pathNot: '^(src/core/|node_modules/libphonenumber-js/)' }),
    rule('wire-knows-core', 'wire says what rooms tell each other, in terms of core.', { path: '^src/wire/' }, { pathNot: '^(src/(core|wire)/|node_modules/valibot/)' }),
    rule('server-and-browser-meet-in-wire', 'neither imports the other.', { path: '^src/server/' }, { path: '^src/browser/' }),
    rule('browser-not-server', 'neither imports the other.', { path: '^src/browser/' }, { path: '^src/server/' }),
    rule('no-number-library-in-the-browser', 'its metadata is bigger than the phone.', { path: '^src/browser/' }, { path: ['^src/core/numbers/e164', '^node_modules/libphonenumber-js/'] }),
    rule('one-importer-of-web-phone', 'the SIP library has one door.', { path: '^src/', pathNot: '^src/browser/line/sip/' }, { path: '^node_modules/ringcentral-web-phone/' }),
    rule('one-importer-of-the-sdk', 'the REST library has one door.', { path: '^src/', pathNot: '^src/browser/line/oauth/' }, { path: '^node_modules/@ringcentral/' }),
    rule('companion-stays-small', 'no readers, no HTTP client on every record page.', { path: '^src/browser/(companion|panel|hosting|windows|ui)/' }, { path: ['^src/browser/netsuite/', '^node_modules/valibot/'] }),
    rule('companion-without-a-framework', 'a record page without a call pays for a bar, not for a framework (decision 0008).', { path: '^src/browser/companion/' }, { path: '^node_modules/@?preact/', reachable: true }),
    rule('windows-hold-no-line', 'windows reach the line by messages only.', { path: '^src/browser/(app|companion|panel|hosting|windows|ui|media)/' }, { path: '^src/browser/line/' }),
    rule('emulators-know-nothing-of-us', 'they are products of their own.', { path: '^emulators/' }, { path: '^(src|scripts|__tests__|FileCabinet)/' }),
    rule('netsuite-not-ringcentral', 'stand-ins do not know each other.', { path: '^emulators/netsuite/' }, { path: '^emulators/(ringcentral|demo)/' }),
    rule('ringcentral-not-netsuite', 'stand-ins do not know each other.', { path: '^emulators/ringcentral/' }, { path: '^emulators/(netsuite|demo)/' }),
    rule('product-needs-no-stand-in', 'src runs where no emulator is.', { path: '^src/' }, { path: '^(emulators|scripts|__tests__)/' }),
    rule('declared-dependencies', 'whatever is imported stands in package.json.', { path: '^(src|emulators|scripts)/' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    rule('nothing-unresolvable', 'a typing mistake, or a missing package.', { path: '^(src|emulators|scripts)/' }, { couldNotResolve: true, pathNot: ['^N(/|$)', '^valibot$'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^FileCabinet/|^build/|^emulators/netsuite/client/.*\\.js$)' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
};
