import { useRef, useState } from 'preact/hooks';
import { longestSentText, type TextAnswer } from '../../../wire/line/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { Line } from '../../ui/line.ts';
import { readableNumber } from '../../ui/phone-number.ts';
import { noSender } from '../words/texts.ts';
import { askTexts } from './use-texts.ts';

export type Senders = Extract<TextAnswer, { kind: 'list' }>['senders'];

/** The counter shows when so little room is left. */
const nearTheEnd = 200;

export interface WriteTextProps {
  line: Line;
  drafts: Map<string, string>;
  /** What the draft is kept under while somebody looks elsewhere. */
  draft: string;
  to: string[];
  /** Number the conversation is held with; '' where none is yet. */
  own: string;
  /** null: not known yet. */
  senders: Senders | null;
  /** Where the message is now. */
  onSent(conversation: string): void;
}

/** Where a text is written: Enter sends, Shift+Enter begins a new line. The words go only when the line has taken them. */
export function WriteText({ line, drafts, draft, to, own, senders, onSent }: WriteTextProps) {
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const [from, setFrom] = useState<string | null>(null);
  /** The same words pressed twice are one message. */
  const order = useRef<string | null>(null);
  const [sending, setSending] = useState(false);
  if (senders?.length === 0) return <p class="quiet">{noSender}</p>;
  const write = (next: string): void => {
    setText(next);
    drafts.set(draft, next);
    order.current = null;
  };
  const sender = from ?? (senders?.some(({ number }) => number === own) ? own : null);
  const send = async (): Promise<void> => {
    if (sending || text.trim() === '' || to.length === 0) return;
    setSending(true);
    const id = (order.current ??= crypto.randomUUID());
    const sent = await askTexts(line, { verb: 'send', id, to, from: sender, text }, 'conversation');
    setSending(false);
    if (!sent) return;
    write('');
    onSent(sent.conversation);
  };
  const left = longestSentText - text.length;
  return (
    <form class="write-text" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {senders && senders.length > 1 && (
        <label class="sender">From
          <select value={sender ?? senders[0]?.number ?? ''} onChange={(event) => setFrom(event.currentTarget.value)}>
            {senders.map(({ number, label }) => <option key={number} value={number}>{[readableNumber(number), label].filter(Boolean).join(' · ')}</option>)}
          </select>
        </label>
      )}
      <textarea aria-label="Text message" placeholder="Text message" rows={2} maxLength={longestSentText} dir="auto" value={text} onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void send();
        }} />
      <div class="write-foot">
        {left <= nearTheEnd && <small class="quiet" role="status">{left} characters left</small>}
        <Button tone="primary" submit disabled={sending || text.trim() === '' || to.length === 0}>{sending ? 'Sending…' : 'Send'}</Button>
      </div>
    </form>
  );
}
