import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ColleaguePicker } from '../../ui/colleague-picker.tsx';
import { type Line, places } from '../../ui/line.ts';

/** Colleagues under the dial pad; folded until somebody wants to know, since asking for all of them is a heavy request. */
export function ColleaguesSection({ line }: { line: Line }) {
  const [open, setOpen] = useState(false);
  if (!line.state.value?.me) return null;
  return (
    <section class="card" aria-labelledby="colleagues">
      <div class="card-head">
        <h3 id="colleagues">Colleagues</h3>
        <Button icon={open ? 'up' : 'down'} iconOnly onClick={() => setOpen(!open)}>{open ? 'Hide colleagues' : 'Show colleagues'}</Button>
      </div>
      {open && <ColleaguePicker line={line} verb="Call" onPick={({ extensionNumber }) => void line.ask({ name: 'dial', number: extensionNumber, person: null }, places.dial)} />}
    </section>
  );
}
