import { useEffect, useState } from 'preact/hooks';
import type { SessionAnswer } from '../../wire/session/session.ts';
import { MicrophoneForCall } from '../ui/microphone-for-call.tsx';
import { IncomingAnnouncement } from '../ui/incoming-announcement.tsx';
import { places } from '../ui/line.ts';
import { PopOutBlocked } from '../ui/pop-out.tsx';
import { type ReadonlySignal, signal } from '../ui/signals.ts';
import { Said } from '../ui/said.tsx';
import { Admin } from './admin/admin.tsx';
import { AdminLinks } from './admin/admin-links.tsx';
import { isAdminScreen } from './admin/admin-screens.ts';
import { answered } from './answered.ts';
import { testServer } from '../ui/words/connection.ts';
import { Banners } from './banners.tsx';
import { chooseBanners } from './choose-banners.ts';
import { Header } from './header.tsx';
import { LiveCalls } from './live-calls.tsx';
import { Messages } from './messages/messages.tsx';
import { Phone } from './phone/phone.tsx';
import type { Screen } from './screens.ts';
import { HealthSection } from './settings/health/health-section.tsx';
import { Settings } from './settings/settings.tsx';
import { SoundSection } from './settings/sound-section.tsx';
import { StateNote } from './state-note.tsx';
import type { AppTools } from './tools.ts';

/** The phone app: what stays above every screen, and the screen. */
export function App({ tools, route }: { tools: AppTools; route: ReadonlySignal<Screen> }) {
  const [company, setCompany] = useState<SessionAnswer['company'] | null>(null);
  /** A number is kept while the person looks into the settings, to connect first perhaps. */
  const [typed] = useState(() => signal(''));
  /** Texts that are not sent yet, by conversation. */
  const [drafts] = useState(() => new Map<string, string>());
  useEffect(() => {
    // Without an answer nobody is shown company settings; the rest of the app works.
    void answered(tools.netsuite.session()).then((answer) => setCompany(answer.ok ? answer.value.company : 'hidden'));
  }, []);
  const screen = route.value;
  const state = tools.line.state.value;
  const banners = chooseBanners({ state, company: company ?? 'hidden', screen, soundBlocked: tools.line.soundBlocked.value, microphone: tools.permits.microphone.value, notifications: tools.permits.notifications.value, now: Date.now() });
  return (
    <>
      <Header screen={screen} line={tools.line} popOut={tools.popOut} />
      <IncomingAnnouncement state={state} />
      <main>
        {tools.popOut && <PopOutBlocked popOut={tools.popOut} />}
        {state?.testServer && <p class="test-server">{testServer}</p>}
        <Banners kinds={banners} tools={tools} />
        <MicrophoneForCall line={tools.line} permits={tools.permits} />
        <Said line={tools.line} place={places.presence} />
        <StateNote line={tools.line} banners={banners} screen={screen} />
        {screen === 'phone' ? <Phone tools={tools} typed={typed} /> : screen === 'messages' ? (
          <>
            {state && <LiveCalls state={state} line={tools.line} />}
            <Messages line={tools.line} people={tools.people} drafts={drafts} />
          </>
        ) : isAdminScreen(screen) ? (
          <>
            {state && <LiveCalls state={state} line={tools.line} />}
            <Admin key={screen} screen={screen} company={company} tools={tools} />
          </>
        ) : (
          <>
            {state && <LiveCalls state={state} line={tools.line} />}
            <Settings tools={tools} company={company ?? 'hidden'} />
            {company === 'edit' && <AdminLinks />}
            <SoundSection tools={tools} />
            <HealthSection line={tools.line} />
          </>
        )}
      </main>
    </>
  );
}
