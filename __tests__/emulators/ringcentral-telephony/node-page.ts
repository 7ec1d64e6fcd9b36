import { createSoundClock } from '../../../emulators/ringcentral/telephony/media/clock.ts';
import { createLegMedia } from '../../../emulators/ringcentral/telephony/media/leg.ts';
import type { LegMedia } from '../../../emulators/ringcentral/telephony/media/leg.ts';
import { tone } from '../../../emulators/ringcentral/telephony/media/sound.ts';
import { createLoudness } from '../../../emulators/ringcentral/telephony/media/hearing.ts';

/** Sound for a phone that speaks SIP by hand: the media library on the page's side, speaking 1,000 Hz. */
export interface NodePage extends LegMedia { energy(): number; tear(): void }

export function openNodePage(toneHz = 1_000): NodePage {
  const clock = createSoundClock();
  const loudness = createLoudness();
  const leg = createLegMedia({ onFrame: (frame) => loudness.hear(frame) });
  const voice = tone(toneHz);
  clock.onBeat(() => leg.play(voice()));
  return {
    ...leg,
    energy: () => loudness.energy(),
    tear() {
      clock.close();
      leg.close();
    },
  };
}
