import { useEffect, useState } from 'preact/hooks';
import { usualPreferences, type Preferences } from '../../../wire/line/preferences.ts';
import type { SoundDeviceList } from '../../environment/sound-devices.ts';
import { Button } from '../../ui/button.tsx';
import { places } from '../../ui/line.ts';
import { Said } from '../../ui/said.tsx';
import type { AppTools } from '../tools.ts';
import { namesHidden, namesRefused, showNames, speakersHidden } from '../words/sound.ts';
import { DeviceField } from './device-field.tsx';

/** Which microphone, speaker and ringer calls use; a call that is up changes over at once. */
export function DeviceCard({ tools }: { tools: Pick<AppTools, 'line' | 'devices'> }) {
  const { line, devices } = tools;
  const [list, setList] = useState<SoundDeviceList | null>(null);
  const [refused, setRefused] = useState(false);
  const read = (): void => void devices.list().then(setList);
  useEffect(() => {
    read();
    return devices.onChange(read);
  }, []);

  const askForNames = async (): Promise<void> => {
    setRefused(!(await devices.askForNames()));
    read();
  };
  const preferences = line.state.value?.preferences ?? usualPreferences;
  const prefer = (change: Partial<Preferences>): void => void line.ask({ name: 'prefer', change }, places.sound);
  const { microphones = [], speakers = [] } = list ?? {};
  return (
    <section class="card" aria-labelledby="devices">
      <div class="card-head"><h3 id="devices">Devices</h3></div>
      <DeviceField id="microphone" label="Microphone" devices={microphones} chosen={preferences.microphone} onChoose={(microphone) => prefer({ microphone })} />
      {list?.named && speakers.length === 0 && preferences.speaker === null && preferences.ringer === null ? <p class="quiet">{speakersHidden}</p> : (
        <>
          <DeviceField id="speaker" label="Speaker" devices={speakers} chosen={preferences.speaker} onChoose={(speaker) => prefer({ speaker })} />
          <DeviceField id="ringer" label="Ringer" devices={speakers} chosen={preferences.ringer} onChoose={(ringer) => prefer({ ringer })} />
        </>
      )}
      {list && !list.named && (
        <div class="actions">
          <p class="quiet">{refused ? namesRefused : namesHidden}</p>
          <Button onClick={() => void askForNames()}>{showNames}</Button>
        </div>
      )}
      <Said line={line} place={places.sound} />
    </section>
  );
}
