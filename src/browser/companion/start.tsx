import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import { createLineClient } from '../windows/create-line-client.ts';
import { windowEnvironment } from '../environment/window-environment.ts';
import { createLine, type Line, places } from '../ui/line.ts';
import { wearStyles } from '../ui/wear-styles.ts';
import parts from '../ui/parts.css';
import tokens from '../ui/tokens.css';
import { createDialButton } from './dial-button.tsx';
import { Dock } from './dock.tsx';
import dock from './dock.css';
import { createFold, type Fold } from './fold.ts';
import { makePhoneFieldsDialable } from './phone-fields.ts';
import { readBoot } from './read-boot.ts';
import { recordPerson } from './record-person.ts';

/** Puts the dock into a record page and makes its phone fields dialable; does nothing where the server left no boot data. */
export function startCompanion(): void {
  const boot = readBoot(document);
  if (!boot) return;
  const environment = windowEnvironment(window);
  const line = createLine(createLineClient({ boot, page: 'record', environment }));
  const fold = createFold(environment.session);
  unfoldWithAudio(line, fold);
  const person = boot.record && recordPerson(boot.record);
  const dial = (number: string): void => void line.ask({ name: 'dial', number, person }, places.dial);
  const unplaced = makePhoneFieldsDialable(document, boot.record?.phones ?? [], { dial, button: createDialButton });

  const host = document.createElement('div');
  // Seen from the page, a key typed in the dock comes from a plain element: its shortcuts must not take it.
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
  const root = host.attachShadow({ mode: 'open' });
  wearStyles(root, [tokens, parts, dock]);
  document.body.append(host);
  render(<Dock line={line} urls={boot.urls} fold={fold} unplaced={unplaced} person={person} />, root);
}

/** Whoever took or made a call on this page sees its card, until it is folded or dismissed. */
function unfoldWithAudio(line: Line, fold: Fold): void {
  const audioHere = computed(() => {
    const state = line.state.value;
    return state !== null && state.calls.some(({ callId, phase }) => phase !== 'ended' && state.mediaWindows[callId] === line.windowId);
  });
  const noCalls = computed(() => line.state.value?.calls.length === 0);
  effect(() => {
    if (audioHere.value) fold.unfold();
  });
  effect(() => {
    if (noCalls.value) fold.restore();
  });
}
