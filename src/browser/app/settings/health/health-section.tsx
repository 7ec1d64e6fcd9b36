import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import type { Line } from '../../../ui/line.ts';
import { Said } from '../../../ui/said.tsx';
import { healthHash } from '../../screens.ts';
import { CopyForSupport } from './copy-for-support.tsx';
import { EventList } from './event-list.tsx';
import { PartList } from './part-list.tsx';
import { supportText } from './support-text.ts';

const place = 'health';

/** Settings → Line health: why the phone works or not, what happened last, and what can be done about it. */
export function HealthSection({ line }: { line: Line }) {
  const section = useRef<HTMLElement>(null);
  const state = line.state.value;
  const there = state !== null;
  useEffect(() => {
    const show = (): void => {
      if (window.location.hash === healthHash) section.current?.scrollIntoView();
    };
    show();
    window.addEventListener('hashchange', show);
    return () => window.removeEventListener('hashchange', show);
  }, [there]);
  if (!state) return null;
  return (
    <section ref={section} class="settings" aria-labelledby="line-health">
      <h2 id="line-health">Line health</h2>
      <div class="card health">
        <PartList parts={state.health.parts} />
        <div class="actions">
          <Button tone="primary" onClick={() => void line.ask({ name: 'try-now' }, place)}>Try now</Button>
          <span class="quiet">Tries everything that waits for its next try.</span>
        </div>
        <Said line={line} place={place} />
        <EventList events={state.health.events} />
        <CopyForSupport text={() => supportText(state, Date.now(), navigator.userAgent)} />
      </div>
    </section>
  );
}
