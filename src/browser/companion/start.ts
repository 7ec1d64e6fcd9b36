import { createLineClient } from '../windows/create-line-client.ts';
import type { LineClient } from '../windows/line-client.ts';
import { windowEnvironment } from '../environment/window-environment.ts';
import { chipFace } from '../ui/chip-view.ts';
import { unwrittenNotes } from '../ui/unwritten-notes.ts';
import { createDialButton } from './dial-button.ts';
import { createDock } from './dock.ts';
import { createFold } from './fold.ts';
import { createPanelHost } from './panel-host.ts';
import type { PanelModule } from './panel-module.ts';
import { makePhoneFieldsDialable } from './phone-fields.ts';
import { readBoot } from './read-boot.ts';
import { recordPerson } from './record-person.ts';
import { soundHint } from './sound-hint.ts';
import { wantsPanel } from './wants-panel.ts';

/** Puts the dock into a page of NetSuite and makes a record's phone fields dialable; does nothing, and gives null, where the server left no boot data. */
export function startCompanion(): LineClient | null {
  const boot = readBoot(document);
  if (!boot) return null;
  const environment = windowEnvironment(window);
  const client = createLineClient({ boot, page: 'record', environment });
  const fold = createFold(environment.session);
  const person = boot.record && recordPerson(boot.record);
  const unplaced = makePhoneFieldsDialable(document, boot.record?.phones ?? [], { dial, button: createDialButton });
  // The panel sees to what the page before this one could not hand over.
  const leftNotes = unwrittenNotes() !== null;
  const dock = createDock({ fold, app: boot.urls.app, retry: () => panel.retry() });
  const panel = createPanelHost({
    load: async () => ((await environment.loadModule(boot.urls.panel)) as PanelModule).createPanel({ client, urls: boot.urls, loadModule: environment.loadModule, fold, places: dock.places, unplaced, person }),
    wanted: () => fold.open() || client.soundBlocked() || leftNotes || wantsPanel(client.view()),
    show: dock.showPanel,
  });

  async function dial(number: string): Promise<void> {
    panel.tell(await client.command({ name: 'dial', number, person }));
  }

  document.body.append(dock.host);
  fold.subscribe(panel.update);
  let preloaded = false;
  client.subscribe((view) => {
    dock.showFace(chipFace(view));
    dock.showHint(soundHint(view));
    panel.update();
    // Who can be called must not wait for a download when it rings.
    if (preloaded || view.reach !== 'here' || view.state.connection.state !== 'connected') return;
    preloaded = true;
    environment.preloadModules([boot.urls.panel, boot.urls.media, boot.urls.ringing]);
  });
  return client;
}
