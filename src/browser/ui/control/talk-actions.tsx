import { useRef, useState } from 'preact/hooks';
import type { Call } from '../../../core/calls/call.ts';
import { Button } from '../button.tsx';
import type { Line } from '../line.ts';
import { Tones } from '../tones.tsx';
import { whoIsIt } from '../who.ts';
import { askedAbout, underWay, whyNot } from '../words/control.ts';
import { WithForms } from './call-forms.tsx';
import type { CallStand } from './call-stand.ts';
import { Panel } from './panel.tsx';

type Open = 'keypad' | 'transfer' | 'more';

/**
 * What can be done with a call that is up or being made. Every button has its place from the first moment: who aims at
 * Hang up must not hit what has moved there meanwhile. What is not possible yet stays and says why.
 */
export function TalkActions({ call, stand, line }: { call: Call; stand: CallStand; line: Line }) {
  const [opened, setOpened] = useState<Open | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const { callId } = call;
  const { control, asksFor, askedBy } = stand;

  // An IVR talks and asks for keys before RingCentral tells of an answer: the leg being up is enough for both.
  const audible = call.phase === 'talking' || (call.phase === 'ringing' && call.legUp);
  const talking = call.phase === 'talking';
  const muted = audible && call.muted;
  const held = talking && call.held;
  const doing = control.doing === null ? null : whyNot.underWay;
  const sound = audible ? null : whyNot.notUp;
  const unanswered = talking ? null : whyNot.notAnswered;
  const consulting = asksFor || askedBy ? whyNot.consulting : unanswered;
  // A form stays while its command is under way: where that is refused, what was typed is still there.
  const open = (opened === 'keypad' ? sound : consulting) ? null : opened;

  const toggle = (which: Open): void => setOpened(open === which ? null : which);
  const close = (): void => {
    buttons.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    setOpened(null);
  };
  return (
    <>
      <div class="talk" ref={buttons}>
        <Button icon="mute" whyNot={sound} pressed={muted} onClick={() => void line.ask({ name: 'set-muted', callId, muted: !muted }, callId)}>Mute</Button>
        <Button icon={held ? (stand.waits ? 'swap' : 'resume') : 'hold'} whyNot={doing ?? unanswered} pressed={held && stand.waits ? undefined : held} onClick={() => void line.ask({ name: 'set-held', callId, held: !held }, callId)}>{held && stand.waits ? 'Swap' : 'Hold'}</Button>
        <Button icon="keypad" whyNot={sound} expanded={open === 'keypad'} onClick={() => toggle('keypad')}>Keypad</Button>
        <Button icon="transfer" whyNot={doing ?? consulting} expanded={open === 'transfer'} onClick={() => toggle('transfer')}>Transfer</Button>
        <Button icon="more" whyNot={doing ?? consulting} expanded={open === 'more'} onClick={() => toggle('more')}>More</Button>
        <Button tone="stop" icon="hangUp" onClick={() => void line.ask({ name: 'hang-up', callId }, callId)}>Hang up</Button>
      </div>
      {control.doing && <p class="call-line" role="status">{underWay[control.doing]}</p>}
      {asksFor && <WithForms>{({ ConsultActions }) => <ConsultActions call={call} about={asksFor} busy={doing} line={line} />}</WithForms>}
      {askedBy && <p class="call-line">{askedAbout(whoIsIt(askedBy).title)}</p>}
      {open === 'keypad' && <Panel label="Keypad" onClose={close}><Tones keys={control.keys} onKey={(keys) => void line.ask({ name: 'send-keys', callId, keys }, callId)} /></Panel>}
      {open === 'transfer' && <Panel label="Transfer" onClose={close}><WithForms>{({ TransferForm }) => <TransferForm callId={callId} stand={stand} busy={doing} line={line} onDone={close} />}</WithForms></Panel>}
      {open === 'more' && <Panel label="More" onClose={close}><WithForms>{({ MoreActions }) => <MoreActions call={call} stand={stand} busy={doing} line={line} onDone={close} />}</WithForms></Panel>}
    </>
  );
}
