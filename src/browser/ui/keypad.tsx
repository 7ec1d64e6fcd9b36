/** The twelve keys of a phone with the letters under them. */
const keys = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'], ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'], ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'], ['*', ''], ['0', ''], ['#', ''],
] as const;

/** Calls back once for each key that is pressed with pointer or keyboard. */
export function Keypad({ label, onKey }: { label: string; onKey: (key: string) => void }) {
  return (
    <div class="keypad" role="group" aria-label={label}>
      {keys.map(([key, letters]) => (
        <button type="button" key={key} aria-label={key} onClick={() => onKey(key)}>
          <b>{key}</b><small>{letters}</small>
        </button>
      ))}
    </div>
  );
}
