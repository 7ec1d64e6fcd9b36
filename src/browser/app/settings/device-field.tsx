import type { SoundDevice } from '../../environment/sound-devices.ts';
import { deviceAway, systemDevice } from '../words/sound.ts';

/** One choice among devices; what was chosen stays chosen while it is unplugged. */
export function DeviceField({ id, label, devices, chosen, onChoose }: { id: string; label: string; devices: readonly SoundDevice[]; chosen: string | null; onChoose: (deviceId: string | null) => void }) {
  const away = chosen !== null && !devices.some((device) => device.id === chosen);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => onChoose(event.currentTarget.value || null)}>
        <option value="">{systemDevice}</option>
        {devices.map((device) => <option key={device.id} value={device.id}>{device.label}</option>)}
        {away && <option value={chosen}>{deviceAway}</option>}
      </select>
    </div>
  );
}
