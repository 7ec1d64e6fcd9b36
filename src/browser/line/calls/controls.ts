import type { CommandResult } from '../../../wire/line/commands.ts';
import { untouched, type CallControl } from '../../../wire/line/state.ts';
import { refused } from './refusal.ts';

/** What is being done to each call, and what was, by Call-ID. Decides nothing. */
export function createControls({ onChange }: { onChange(): void }) {
  const controls = new Map<string, CallControl>();
  const of = (callId: string): CallControl => controls.get(callId) ?? untouched;

  function change(callId: string, what: Partial<CallControl>): void {
    controls.set(callId, { ...of(callId), ...what });
    onChange();
  }

  return {
    of,
    change,
    /** One thing at a time: `work` is under way until it settles. */
    async during(callId: string, doing: NonNullable<CallControl['doing']>, work: () => Promise<CommandResult>): Promise<CommandResult> {
      if (of(callId).doing !== null) return refused('wrong-moment');
      change(callId, { doing });
      try {
        return await work();
      } finally {
        if (controls.has(callId)) change(callId, { doing: null });
      }
    },
    /** The call that asks somebody whether they take over that one; null without. */
    consultFor: (callId: string): string | null => [...controls].find(([, { consultsFor }]) => consultsFor === callId)?.[0] ?? null,
    /** A call of the line before this one. */
    resume: (callId: string, control: Omit<CallControl, 'doing'>): void => change(callId, control),
    /** The call is over: nothing is being done to it, and nobody is asked for it any more. */
    ended(callId: string): void {
      for (const [other, { consultsFor }] of controls) if (consultsFor === callId) change(other, { consultsFor: null });
      if (controls.has(callId)) change(callId, { doing: null, recording: false, consultsFor: null });
    },
    forget: (callId: string): void => void controls.delete(callId),
    view: (): Record<string, CallControl> => Object.fromEntries(controls),
  };
}

export type Controls = ReturnType<typeof createControls>;
