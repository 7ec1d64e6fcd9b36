import type { Boot } from '../../wire/session/boot.ts';
import type { Line } from '../ui/line.ts';

/** The way to Connect, where pressing it would help. */
export function ConnectLink({ line, urls }: { line: Line; urls: Boot['urls'] }) {
  const connection = line.state.value?.connection;
  const helps = connection?.state === 'reconnect-needed' || (connection?.state === 'not-connected' && connection.companySetUp !== false);
  return helps ? <p class="connect"><a href={`${urls.app}#settings`} target="rcns-app">Connect RingCentral in the phone’s settings</a></p> : null;
}
