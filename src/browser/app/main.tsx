import { render } from 'preact';
import * as v from 'valibot';
import { Boot, bootElementId } from '../../wire/session/boot.ts';
import { createSoundDevices } from '../environment/sound-devices.ts';
import { windowEnvironment } from '../environment/window-environment.ts';
import { popOutEnvironment } from '../environment/pop-out-environment.ts';
import { createNetSuiteClient } from '../netsuite/client.ts';
import { createCompanyClient } from '../netsuite/company-client.ts';
import { createPeopleClient } from '../netsuite/people-client.ts';
import { createListen, pageTonePlayer } from '../ringing/listen.ts';
import { draw } from '../ui/draw.ts';
import { createLine, type Line, places } from '../ui/line.ts';
import { createPermits } from '../ui/permits.ts';
import base from '../ui/base.css';
import { CallFormsContext, type CallFormsSource } from '../ui/control/call-forms.tsx';
import control from '../ui/control/control.css';
import { ConsultActions } from '../ui/control/consult-actions.tsx';
import { IncomingMore } from '../ui/control/incoming-more.tsx';
import { MoreActions } from '../ui/control/more-actions.tsx';
import { TransferForm } from '../ui/control/transfer-form.tsx';
import { CallRecord } from '../record/call-record.tsx';
import { addDrawings } from '../ui/icon.tsx';
import { createPopOut } from '../ui/pop-out.tsx';
import parts from '../ui/parts.css';
import { rarerDrawings } from '../ui/rarer-drawings.ts';
import tokens from '../ui/tokens.css';
import { wearStyles } from '../ui/wear-styles.ts';
import { createLineClient } from '../windows/create-line-client.ts';
import type { LineClient } from '../windows/line-client.ts';
import { bePopOut, isPopOut } from '../windows/pop-out.ts';
import { openSignInWindow } from '../windows/open-sign-in-window.ts';
import app from './app.css';
import { App } from './app.tsx';
import { createKnownPeople } from './messages/known-people.ts';
import messages from './messages/messages.css';
import { followNotifications } from './follow-notifications.ts';
import { createRoute } from './route.ts';
import type { AppTools } from './tools.ts';

const formsHere = (urls: Boot['urls']): CallFormsSource => ({ now: { value: { are: 'here', forms: { ConsultActions, IncomingMore, MoreActions, TransferForm, CallRecord } } }, urls, load: () => undefined });

function start(place: Element): void {
  addDrawings(rarerDrawings);
  wearStyles(document, [tokens, base, parts, control, app, messages]);
  const boot = readBoot(document.getElementById(bootElementId)?.textContent ?? '');
  if (!boot) {
    render(<main><p class="failure" role="alert">The phone could not start: its page is incomplete. Reload it; if that does not help, tell your administrator.</p></main>, place);
    return;
  }
  const environment = windowEnvironment(window);
  if (boot.lineIn === 'worker' && !environment.hasSharedWorker()) {
    // The line runs in a window then, and only a page made for it may reach RingCentral.
    const asking = new URL(location.href);
    asking.searchParams.set('line', 'window');
    location.replace(asking);
    return;
  }
  const poppedOut = isPopOut(location.search);
  if (poppedOut) bePopOut(boot, environment.locks, popOutEnvironment(window));
  const client = createLineClient({ boot, page: poppedOut ? 'pop-out' : 'app', environment });
  const netsuite = createNetSuiteClient({ urls: boot.urls, fetch: (url, init) => fetch(url, init) });
  const line = createLine(client);
  const forms = formsHere(boot.urls);
  const route = createRoute(window);
  followNotifications(window);
  const tools: AppTools = { boot, netsuite, company: createCompanyClient(netsuite), line, people: createKnownPeople(netsuite), naming: createPeopleClient(netsuite), devices: createSoundDevices(navigator.mediaDevices as MediaDevices | undefined), permits: createPermits(), listen: createListen(pageTonePlayer(() => undefined)), popOut: poppedOut ? null : createPopOut(boot.urls.app), connect: () => void connect(client, line) };
  draw(() => <CallFormsContext.Provider value={forms}><App route={route} tools={tools} /></CallFormsContext.Provider>, place);
}

/** Begins a sign-in; a blocked window is not complained of here, since it shows as the connection's own failure. */
async function connect(client: LineClient, line: Line): Promise<void> {
  const result = await openSignInWindow(client);
  const status = line.state.value?.connection;
  if (!(status?.state === 'not-connected' && status.failure)) line.tell(result, places.connection);
}

/** null: not what the server promises. */
function readBoot(text: string): Boot | null {
  try {
    const read = v.safeParse(Boot, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

const place = document.getElementById('app');
if (place) start(place);
