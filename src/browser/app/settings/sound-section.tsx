import type { AppTools } from '../tools.ts';
import { DeviceCard } from './device-card.tsx';
import { RingingCard } from './ringing-card.tsx';

/** Settings → Sound and devices, for this browser profile. */
export function SoundSection({ tools }: { tools: AppTools }) {
  return (
    <section class="settings" aria-labelledby="sound">
      <h2 id="sound">Sound and devices</h2>
      <div class="cards">
        <DeviceCard tools={tools} />
        <RingingCard tools={tools} />
      </div>
    </section>
  );
}
