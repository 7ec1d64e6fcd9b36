import { Keypad } from './keypad.tsx';

/** As many as fit the keypad's width; the newest are of interest. */
const SHOWN = 24;

/** The keypad during a call: every key is sent to the other side as a tone; typing works while it has the focus. */
export function Tones({ keys, onKey }: { keys: string; onKey: (key: string) => void }) {
  return (
    <div class="tones" onKeyDown={(event) => { if (/^[\d*#]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) onKey(event.key); }}>
      <output class="tones-sent" aria-label="Keys sent">{keys.slice(-SHOWN) || '\u00a0'}</output>
      <Keypad label="Keys" onKey={onKey} />
    </div>
  );
}
