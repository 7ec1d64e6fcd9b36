import { otherEnd, type Call } from '../../../core/calls/call.ts';
import type { LineState } from '../../../wire/line/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { newMessageHash } from '../../ui/messages-address.ts';

/** A whole number: extensions and withheld numbers get no texts. */
const textable = /^\+\d{7,15}$/;

/** The way from a call to a text to its other side. */
export function TextThem({ call, state }: { call: Call; state: LineState }) {
  const { number } = otherEnd(call);
  return state.texts && textable.test(number) ? <a class="button text-them" href={newMessageHash(number)}><Icon name="message" />Text</a> : null;
}
