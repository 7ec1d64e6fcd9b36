import { Button } from './button.tsx';
import type { Line } from './line.ts';

/** The last refusal that belongs to this place of the screen. */
export function Said({ line, place }: { line: Line; place: string }) {
  const trouble = line.trouble.value;
  if (trouble?.place !== place) return null;
  return (
    <div class="said">
      <p role="alert">{trouble.text}</p>
      <Button icon="close" iconOnly onClick={line.forgetTrouble}>Close message</Button>
    </div>
  );
}
