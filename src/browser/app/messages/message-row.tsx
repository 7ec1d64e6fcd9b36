import type { TextMessage } from '../../../wire/line/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { Line } from '../../ui/line.ts';
import { failureWords, standingWords } from '../words/texts.ts';
import { AttachmentView } from './attachment-view.tsx';
import { shortMoment } from './moment.ts';
import { askTexts } from './use-texts.ts';

/** Failed ones that RingCentral never had can be taken out again. */
const neverThere = ['no-answer', 'refused', 'limits'];

/** One message: its words, its attachments, and how far it got. */
export function MessageRow({ message, day, who, line, onSent }: { message: TextMessage; /** A new day begins with it. */ day: string | null; /** Who wrote it, in a group. */ who: string | null; line: Line; /** Where it is after it was sent again. */ onSent(conversation: string): void }) {
  const { standing } = message;
  const mine = message.direction === 'Outbound';
  return (
    <>
      {day && <li class="day">{day}</li>}
      <li class={`message ${mine ? 'mine' : 'theirs'}`}>
        {who && <span class="message-who"><bdi>{who}</bdi></span>}
        {message.text && <p dir="auto">{message.text}</p>}
        {message.attachments.map((attachment) => <AttachmentView key={attachment.id} message={message.id} attachment={attachment} line={line} />)}
        <span class="message-foot">
          <span class="unseen">{mine ? 'You, ' : ''}</span>
          <time dateTime={new Date(message.at).toISOString()}>{shortMoment(message.at)}</time>
          {standing.is !== 'failed' && standingWords[standing.is] && <span> · {standingWords[standing.is]}</span>}
        </span>
        {standing.is === 'failed' && (
          <div class="message-failed" role="alert">
            <p>{failureWords[standing.cause]}{standing.detail && <> RingCentral says: <bdi>{standing.detail}</bdi></>}</p>
            <div class="actions">
              <Button onClick={() => void askTexts(line, { verb: 'retry', id: message.id }, 'conversation').then((sent) => sent && onSent(sent.conversation))}>Retry</Button>
              {neverThere.includes(standing.cause) && <Button onClick={() => void askTexts(line, { verb: 'discard', id: message.id }, 'done')}>Discard</Button>}
            </div>
          </div>
        )}
      </li>
    </>
  );
}
