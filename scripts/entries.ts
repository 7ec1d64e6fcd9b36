/**
 * Every file the build makes, in one table: the build reads it, the tests hold Objects/ against it.
 * Server entries become AMD files with N/* left to NetSuite; browser entries are bundles for pages and the worker;
 * guides are rendered from their Markdown.
 */
export type ServerType = 'suitelet' | 'restlet' | 'user-event' | 'map-reduce' | 'portlet';

export const scriptTypeTag: Record<ServerType, string> = {
  suitelet: 'Suitelet',
  restlet: 'Restlet',
  'user-event': 'UserEventScript',
  'map-reduce': 'MapReduceScript',
  portlet: 'Portlet',
};

export interface ServerEntry { name: string; type: ServerType }

export const serverEntries: ServerEntry[] = [
  { name: 'app', type: 'suitelet' },
  { name: 'api', type: 'suitelet' },
  { name: 'service', type: 'suitelet' },
  { name: 'redirect', type: 'suitelet' },
  { name: 'calls', type: 'restlet' },
  { name: 'phone-call', type: 'user-event' },
  { name: 'entity', type: 'user-event' },
  { name: 'companion', type: 'user-event' },
  { name: 'phone-index', type: 'map-reduce' },
  { name: 'call-sync', type: 'map-reduce' },
  { name: 'text-sync', type: 'map-reduce' },
  { name: 'home', type: 'portlet' },
  { name: 'report', type: 'portlet' },
];

export interface BrowserEntry {
  name: string;
  source: string;
  /** client-module: AMD file for form.clientScriptModulePath. script: classic script. module: loaded with import(). panel-part: the same, with the panel's Preact. */
  shape: 'client-module' | 'script' | 'module' | 'panel-part';
}

export const browserEntries: BrowserEntry[] = [
  { name: 'companion', source: 'src/browser/companion/main.ts', shape: 'client-module' },
  { name: 'portlet', source: 'src/browser/portlet/main.ts', shape: 'script' },
  { name: 'app', source: 'src/browser/app/main.tsx', shape: 'script' },
  { name: 'line', source: 'src/browser/line/main.ts', shape: 'module' },
  { name: 'orders', source: 'src/browser/line/calls/orders.ts', shape: 'module' },
  { name: 'texts', source: 'src/browser/line/texts/texts.ts', shape: 'module' },
  { name: 'panel', source: 'src/browser/panel/main.tsx', shape: 'module' },
  { name: 'forms', source: 'src/browser/panel/forms.ts', shape: 'panel-part' },
  { name: 'elected', source: 'src/browser/hosting/elected.ts', shape: 'module' },
  { name: 'media', source: 'src/browser/media/main.ts', shape: 'module' },
  { name: 'ringing', source: 'src/browser/ringing/main.ts', shape: 'module' },
  { name: 'notifications', source: 'src/browser/notifications/main.ts', shape: 'script' },
];

/** Written once, in docs/; the phone's Help link opens the page. */
export const guideFolder = 'docs/using';
export const guides: { name: string; chapters: string[] }[] = [{ name: 'guide', chapters: ['connecting.md', 'calls.md', 'who-it-was.md', 'texts.md', 'notes.md', 'windows.md', 'ringing.md', 'numbers-and-devices.md', 'health.md', 'reports.md'] }];

export const bundleFolder = 'FileCabinet/SuiteScripts/rcns/dist';
export const serverFile = (entry: ServerEntry): string => `${entry.name}.${entry.type}.js`;
export const browserFile = (entry: BrowserEntry): string => `${entry.name}.js`;
export const guideFile = (guide: { name: string }): string => `${guide.name}.html`;
