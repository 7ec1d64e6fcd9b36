import type { Picture } from '../messages/texts.ts';
import { bad, number, oneOf, text, textOrNone, type Body } from './body-fields.ts';
import type { Control } from './control.ts';

/** Characters of base64 for the largest picture a message may hold. */
const longestPicture = 2_000_000;

function receivers(body: Body): string[] {
  const { to } = body;
  if (typeof to === 'string') return [text(body, 'to')];
  if (!Array.isArray(to) || !to.every((one) => typeof one === 'string')) throw bad('to');
  return to;
}

function pictures(body: Body): Picture[] {
  const given = body['pictures'] ?? [];
  if (!Array.isArray(given)) throw bad('pictures');
  return given.map((one: Body) => {
    const fileName = textOrNone(one, 'fileName');
    return { contentType: text(one, 'contentType'), content: text(one, 'content', longestPicture), ...(fileName === undefined ? {} : { fileName }) };
  });
}

const caller = (body: Body): { phoneNumber: string; name?: string } => {
  const name = textOrNone(body, 'name');
  return { phoneNumber: text(body, 'phoneNumber'), ...(name === undefined ? {} : { name }) };
};

/** The verbs about messages; a text may be as long as somebody outside can make it. */
export const textVerbs: Record<string, (control: Control, body: Body) => unknown> = {
  'text-in'(control, body) {
    control.texts.textIn({ from: caller(body), to: receivers(body), text: body['text'] === undefined || body['text'] === '' ? '' : text(body, 'text', 100_000), pictures: pictures(body) });
  },
  'text-arrival': (control, body) => control.texts.setArrival(text(body, 'phoneNumber'), oneOf(body, 'how', ['deliver', 'fail', 'cannot-send', 'stay'])),
  'text-pace': (control, body) => control.texts.setPace(number(body, 'milliseconds')),
  'texts-got-by': (control, body) => ({ texts: control.texts.textsGotBy(text(body, 'phoneNumber')) }),
  'leave-voicemail'(control, body) {
    const transcription = body['transcription'] === undefined ? undefined : text(body, 'transcription', 10_000);
    control.texts.leaveVoicemail({ to: text(body, 'to'), from: caller(body), seconds: number(body, 'seconds'), ...(transcription === undefined ? {} : { transcription }) });
  },
  'expire-sync-tokens': (control) => control.texts.expireSyncTokens(),
};
