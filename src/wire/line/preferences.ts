import * as v from 'valibot';

export const ringtones = ['classic', 'soft', 'chime'] as const;

const device = v.nullable(v.pipe(v.string(), v.maxLength(200)));

/** What a user has chosen for this browser profile; kept by the line. */
export const Preferences = v.object({
  /** One of the user's own numbers, shown to whoever is called; null: as RingCentral has it. */
  callerId: v.nullable(v.pipe(v.string(), v.maxLength(60))),
  /** Device ids of this origin; null: the browser's own choice. */
  microphone: device,
  speaker: device,
  ringer: device,
  /** Sound when a call or a text comes in. */
  ring: v.boolean(),
  ringtone: v.picklist(ringtones),
  /** A notification of the operating system where no page of ours is in view. */
  notify: v.boolean(),
  /** When the offer to turn them on was put away; epoch ms. It comes back after a while. */
  notificationsDismissedAt: v.nullable(v.number()),
});
export type Preferences = v.InferOutput<typeof Preferences>;

export const usualPreferences: Preferences = { callerId: null, microphone: null, speaker: null, ringer: null, ring: true, ringtone: 'classic', notify: true, notificationsDismissedAt: null };
