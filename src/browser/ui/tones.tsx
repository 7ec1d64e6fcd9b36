import { useState } from 'preact/hooks';
import { Keypad } from './keypad.tsx';

/** The keypad during a call: every key is sent to the other side as a tone; typing works while it has the focus. */
export function Tones({ onKey }: { onKey: (key: string) => void }) {
  const [sent, setSent] = useState('');
  const send = (key: string): void => {
    setSent((before) => (before + key).slice(-24));
    onKey(key);
  };
  return (
    <div class="tones" onKeyDown={(event) => { if (/^[\d*#]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) send(event.key); }}>
      <output class="tones-sent" aria-label="Keys sent">{sent || '\u00a0'}</output>
      <Keypad label="Keypad" onKey={send} />
    </div>
  );
}
