import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in a part of the screen whose buttons change: where the focused one is gone after a change (Answer, say),
 * the part itself takes the focus, so that the next Tab goes on from there instead of from the top of the page.
 */
export function useKeptFocus<Element extends HTMLElement>() {
  const part = useRef<Element>(null);
  const focused = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    if (!(focused.current instanceof Node) || focused.current.isConnected) return;
    focused.current = null;
    part.current?.focus({ preventScroll: true });
  });
  return {
    ref: part,
    onFocusIn: (event: FocusEvent) => { focused.current = event.target; },
    onFocusOut(event: FocusEvent) {
      // A removed element loses the focus as well; it is still remembered when the change has been drawn.
      const left = event.target;
      queueMicrotask(() => {
        if (focused.current === left && left instanceof Node && left.isConnected) focused.current = null;
      });
    },
  };
}
