import type { Call } from '../../core/calls/call.ts';
import type { Line } from './line.ts';
import { PeopleList } from './people-list.tsx';
import { whoIsIt } from './who.ts';
import { chooseWho } from './words/people.ts';

/** Several people have the number: somebody says who it was, and is not asked again. */
export function ChooseWho({ call, line }: { call: Call; line: Line }) {
  const { candidates } = whoIsIt(call);
  if (candidates.length === 0) return null;
  const { callId } = call;
  return (
    <div class="choose-who">
      <p><b>{chooseWho}</b></p>
      <PeopleList people={candidates} label={chooseWho} onChoose={(person) => void line.ask({ name: 'choose-person', callId, person }, callId)} />
    </div>
  );
}
