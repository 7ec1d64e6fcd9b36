import type { Line } from './line.ts';

/** The last refusal that belongs to this place of the screen. */
export function Said({ line, place }: { line: Line; place: string }) {
  const trouble = line.trouble.value;
  return trouble?.place === place ? <p class="said" role="alert">{trouble.text}</p> : null;
}
