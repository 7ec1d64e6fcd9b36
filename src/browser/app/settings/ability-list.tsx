import type { Ability } from '../../../core/connections/status.ts';
import { Icon } from '../../ui/icon.tsx';
import { abilityLabels, abilityMissing } from '../../ui/words/connection.ts';

/** What the connection makes possible, each line on or off with what is missing. */
export function AbilityList({ abilities }: { abilities: readonly Ability[] }) {
  return (
    <ul class="abilities" aria-label="What this connection enables">
      {abilities.map(({ id, on, missing }) => (
        <li key={id} class={on ? 'on' : 'off'}>
          <Icon name={on ? 'check' : 'close'} />
          <span>{abilityLabels[id]}</span>
          <span class="ability-state">{on ? 'On' : `Off${missing ? `, ${abilityMissing[missing]}` : ''}`}</span>
        </li>
      ))}
    </ul>
  );
}
