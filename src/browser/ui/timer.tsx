import { useEffect, useState } from 'preact/hooks';
import { duration } from './duration.ts';

/** How long a call has lasted, counted on from `since` (epoch milliseconds). */
export function Timer({ since }: { since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    // Twice a second, so that no second is seen to be skipped.
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, []);
  return <span class="timer" role="timer">{duration(now - since)}</span>;
}
