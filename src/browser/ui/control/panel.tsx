import type { ComponentChildren } from 'preact';

/** What a button of a call opens under it. Escape closes it; the one who opens it keeps the focus on its button. */
export function Panel({ label, onClose, children }: { label: string; onClose: () => void; children: ComponentChildren }) {
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return <div class="control-panel" role="group" aria-label={label} onKeyDown={keyDown}>{children}</div>;
}
