import { type ReadonlySignal, signal } from './signals.ts';
import { popOutEnvironment } from '../environment/pop-out-environment.ts';
import { openPopOut } from '../windows/pop-out.ts';
import { Button } from './button.tsx';
import { popOutBlocked, popOutWord } from './words/pop-out.ts';

/** The way to the pop-out, and whether the browser stood in it. */
export interface PopOut {
  readonly blocked: ReadonlySignal<boolean>;
  /** To be called within the click itself. */
  open(): void;
  forget(): void;
}

/** `app`: address of the phone app. */
export function createPopOut(app: string): PopOut {
  const blocked = signal(false);
  return {
    blocked,
    open: () => { blocked.value = openPopOut(app, popOutEnvironment(window)) === 'blocked'; },
    forget: () => { blocked.value = false; },
  };
}

export const PopOutButton = ({ popOut: { open } }: { popOut: PopOut }) => <Button icon="popOut" onClick={open}>{popOutWord}</Button>;

/** Says that the window was blocked and what to do, until it opens or the person has read it. */
export function PopOutBlocked({ popOut: { blocked, forget } }: { popOut: PopOut }) {
  if (!blocked.value) return null;
  return (
    <div class="said">
      <p role="alert">{popOutBlocked}</p>
      <Button icon="close" iconOnly onClick={forget}>Close message</Button>
    </div>
  );
}
