import type { DialogSnapshot } from '../../../wire/line/dialog.ts';
import type { Calls } from '../calls/calls.ts';
import type { Controls } from '../calls/controls.ts';
import type { SipCall } from '../sip/sip-call.ts';

export interface PublishDialogsTools {
  calls(): Pick<Calls, 'live'>;
  leg(callId: string): SipCall | undefined;
  controls: Pick<Controls, 'of'>;
  /** Not taken up yet: kept, in case this line dies too. */
  waiting(): DialogSnapshot[];
  publish(dialogs: DialogSnapshot[]): void;
}

/** Gives every window what a fresh line would need, whenever that has changed. */
export function createPublishDialogs({ calls, leg, controls, waiting, publish }: PublishDialogsTools) {
  let last = '[]';
  const current = (): DialogSnapshot[] => [
    ...waiting(),
    ...calls().live().flatMap(({ facts, evidence }) => {
      const dialog = leg(facts.callId)?.dialog();
      const { recording, keys, consultsFor, conference } = controls.of(facts.callId);
      return dialog ? [{ ...dialog, facts, evidence, control: { recording, keys, consultsFor, conference } }] : [];
    }),
  ];
  return {
    current,
    changed(): void {
      const dialogs = current();
      const text = JSON.stringify(dialogs);
      if (text === last) return;
      last = text;
      publish(dialogs);
    },
  };
}
