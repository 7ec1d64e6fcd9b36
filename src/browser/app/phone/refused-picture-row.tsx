import { useState } from 'preact/hooks';
import type { RefusedPicture, TextOrder } from '../../../wire/line/texts.ts';
import { Button } from '../../ui/button.tsx';
import { type Line, places } from '../../ui/line.ts';
import { Said } from '../../ui/said.tsx';
import { endTitle } from '../../ui/who.ts';
import { timeOf } from '../settings/health/time-of.ts';
import { discard, pictureDiscardConsequence, pictureDiscardQuestion, refusedPictureReason, tryAgain } from '../words/refused-log.ts';
import { DiscardDialog } from './discard-dialog.tsx';

/** One picture that did not become a file in NetSuite: of whose message it is, why, and what can be done. */
export function RefusedPictureRow({ picture, line }: { picture: RefusedPicture; line: Line }) {
  const [asking, setAsking] = useState(false);
  const place = `${places.unsent}:${picture.id}`;
  const what = `${picture.direction} picture · ${endTitle(picture.with)}`;
  const order = (verb: Extract<TextOrder, { id: string }>['verb'] & `${string}-picture`): void => void line.ask({ name: 'texts', order: { verb, id: picture.id } }, place);
  return (
    <li>
      <p><strong>{what}</strong> <span class="quiet">{timeOf(picture.at)}</span></p>
      <p>{refusedPictureReason(picture)}</p>
      <div class="actions">
        {picture.why !== 'gone' && picture.why !== 'TOO_LARGE' && <Button onClick={() => order('bring-picture')}>{tryAgain}</Button>}
        <Button onClick={() => setAsking(true)}>{discard}</Button>
      </div>
      <Said line={line} place={place} />
      {asking && <DiscardDialog question={pictureDiscardQuestion} consequence={pictureDiscardConsequence} onDiscard={() => order('leave-picture')} onClose={() => setAsking(false)} />}
    </li>
  );
}
