/** One line of text with its label and, under it, what is wrong with it. */
export function TextField({ id, label, value, onInput, error, hint, disabled = false }: {
  id: string; label: string; value: string; onInput: (value: string) => void; error?: string | undefined; hint?: string; disabled?: boolean;
}) {
  const below = error ?? hint;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} value={value} disabled={disabled} autocomplete="off" spellcheck={false} aria-invalid={error ? true : undefined} aria-describedby={below ? `${id}-below` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)} />
      {below && <small id={`${id}-below`} class={error ? 'said' : 'quiet'}>{below}</small>}
    </div>
  );
}
