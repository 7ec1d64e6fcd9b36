import { draw } from '../ui/draw.ts';
import { createLine, places } from '../ui/line.ts';
import { createPermits } from '../ui/permits.ts';
import { createPopOut } from '../ui/pop-out.tsx';
import { incomingWords } from '../ui/incoming-announcement.tsx';
import { follow, signal } from '../ui/signals.ts';
import { wearStyles } from '../ui/wear-styles.ts';
import { CallFormsContext } from '../ui/control/call-forms.tsx';
import control from '../ui/control/control.css';
import parts from '../ui/parts.css';
import type { PanelModule } from '../companion/panel-module.ts';
import { BarCall } from './bar-call.tsx';
import { createLateForms } from './late-forms.ts';
import { PanelContent } from './panel.tsx';
import { unfoldWithAudio } from './unfold-with-audio.ts';
import styles from './panel.css';

/** Loaded by the companion when its bar is not enough: fills the room above it, and follows the line from then on. */
export const createPanel: PanelModule['createPanel'] = ({ client, urls, loadModule, fold, places: { root, content, barCall, announcement }, unplaced, person }) => {
  const line = createLine(client);
  const unfolded = signal(fold.open());
  fold.subscribe(() => { unfolded.value = fold.open(); });
  unfoldWithAudio(line, fold);
  wearStyles(root, [parts, control, styles]);
  content.replaceChildren();
  const popOut = createPopOut(urls.app);
  const permits = createPermits();
  const forms = createLateForms(() => loadModule(urls.forms), urls);
  draw(() => <CallFormsContext.Provider value={forms}><PanelContent line={line} urls={urls} unfolded={unfolded} unplaced={unplaced} person={person} popOut={popOut} permits={permits} late={forms} /></CallFormsContext.Provider>, content);
  draw(() => <BarCall line={line} unfolded={unfolded} />, barCall);
  follow(() => incomingWords(line.state.value), (words) => { announcement.textContent = words; });
  return { tell: (result) => line.tell(result, places.dial) };
};
