import { useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { longestReply, readyReplies, replyHint, whyNot } from '../words/control.ts';

/** A text for the caller: one of the ready ones at a press, or the user's own words. */
export function ReplyForm({ busy, onReply }: { busy: string | null; onReply: (text: string) => void }) {
  const [text, setText] = useState('');
  const why = busy ?? (text.trim() ? null : whyNot.nothingWritten);
  const send = (): void => {
    if (why === null) onReply(text.trim());
  };
  return (
    <form class="panel-form" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div class="choices" role="group" aria-label="Ready replies">
        {readyReplies.map((ready) => <Button key={ready} whyNot={busy} onClick={() => onReply(ready)}>{ready}</Button>)}
      </div>
      <div class="with-button">
        <input aria-label="Own words" placeholder="Own words" autocomplete="off" maxLength={longestReply} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        <Button tone="primary" submit whyNot={why}>Send</Button>
      </div>
      <p class="quiet">{replyHint}</p>
    </form>
  );
}
