import { bad, flag, number, oneOf, text, textOrNone, type Body } from './body-fields.ts';
import type { Control, Switches, Wires } from './control.ts';
import { textVerbs } from './text-verbs.ts';

/** ISO 8601. */
function moment(body: Body, name: string): number {
  const at = Date.parse(text(body, name));
  if (Number.isNaN(at)) throw bad(name);
  return at;
}
const callLogDurations = ['delayMs', 'recordingDelayMs', 'syncOverlapMs', 'syncTokenLifeMs', 'largestPage'] as const;
const callLogFlags = ['tellsTotals', 'duplicates', 'reorders'] as const;
const wires = (body: Body): Wires => oneOf(body, 'wires', ['sip', 'gateway', 'both']);
const session = (body: Body): string => text(body, 'telephonySessionId');
const switchNames: (keyof Switches | 'rateLimits')[] = ['coop', 'exposeRateHeaders', 'strictWsTokens', 'othersMessages', 'rateLimits'];

/** The control's verbs as POST /network/api/<name> takes them: field names in the body are those of the control's parameters. */
export const verbs: Record<string, (control: Control, body: Body) => unknown> = {
  ...textVerbs,
  'ring-in'(control, body) {
    const name = textOrNone(body, 'name');
    return control.ringIn({ from: { phoneNumber: text(body, 'phoneNumber'), ...(name === undefined ? {} : { name }) }, to: text(body, 'to') });
  },
  'far-end-answers': (control, body) => control.farEndAnswers(session(body)),
  'far-end-hangs-up': (control, body) => control.farEndHangsUp(session(body)),
  'far-end-replies': (control, body) => control.farEndReplies(session(body), oneOf(body, 'answer', ['yes', 'no', 'urgent'])),
  speak: (control, body) => control.speak(session(body), number(body, 'toneHz')),
  'reset-media': (control, body) => control.resetMediaStatistics(session(body)),
  behaviour: (control, body) => control.setBehaviour(text(body, 'phoneNumber'), oneOf(body, 'behaviour', ['ring', 'answer', 'busy', 'refuse'])),
  feature: (control, body) => control.setFeature(text(body, 'extension'), oneOf(body, 'feature', ['webPhone', 'digitalLine', 'voicemail', 'texts']), flag(body, 'on')),
  'ring-seconds': (control, body) => control.setRingSeconds(text(body, 'extension'), number(body, 'seconds')),
  'phones-elsewhere': (control, body) => control.setPhonesElsewhere(text(body, 'extension'), number(body, 'phones')),
  drop: (control, body) => control.dropNetwork(wires(body), textOrNone(body, 'extension')),
  restore: (control, body) => control.restoreNetwork(wires(body), textOrNone(body, 'extension')),
  flicker(control, body) {
    const extension = textOrNone(body, 'extension');
    return control.flickerNetwork(wires(body), {
      ...(extension === undefined ? {} : { extension }),
      ...(body['times'] === undefined ? {} : { times: number(body, 'times') }), ...(body['everyMs'] === undefined ? {} : { everyMs: number(body, 'everyMs') }),
    });
  },
  'revoke-tokens': (control, body) => control.revokeTokens(textOrNone(body, 'extension')),
  'expire-access-tokens': (control, body) => control.expireAccessTokens(textOrNone(body, 'extension')),
  'administrator-must-approve': (control, body) => control.setAdministratorMustApprove(text(body, 'clientId'), flag(body, 'on')),
  switch: (control, body) => control.setSwitch(oneOf(body, 'name', switchNames), flag(body, 'on')),
  'fail-next-rest'(control, body) {
    const method = textOrNone(body, 'method');
    const pathContains = textOrNone(body, 'pathContains');
    return control.failNextRest({
      status: oneOf(body, 'status', [403, 429, 500, 502, 503] as const), times: number(body, 'times'),
      ...(method === undefined ? {} : { method }), ...(pathContains === undefined ? {} : { pathContains }), ...(body['every'] === undefined ? {} : { every: number(body, 'every') }), ...(body['retryAfter'] === undefined ? {} : { retryAfter: number(body, 'retryAfter') }),
    });
  },
  'delay-rest': (control, body) => control.delayRest(number(body, 'milliseconds')),
  'clear-rest-faults': (control) => control.clearRestFaults(),
  'event-faults': (control, body) => control.setEventFaults({
    ...(body['duplicate'] === undefined ? {} : { duplicate: flag(body, 'duplicate') }), ...(body['reorder'] === undefined ? {} : { reorder: flag(body, 'reorder') }),
    ...(body['delayMs'] === undefined ? {} : { delayMs: number(body, 'delayMs') }),
  }),
  'answer-next-sip': (control, body) => control.answerNextSip(text(body, 'method'), number(body, 'status'), number(body, 'times')),
  'silence-sip': (control, body) => control.silenceSip(textOrNone(body, 'extension')),
  'lose-next-sip': (control, body) => control.loseNextSip(text(body, 'method'), number(body, 'times')),
  'seed-calls'(control, body) {
    const { calls, records, pairs } = control.seedCalls({
      calls: number(body, 'calls'), ...(body['seed'] === undefined ? {} : { seed: number(body, 'seed') }),
      ...(body['from'] === undefined ? {} : { from: moment(body, 'from') }), ...(body['to'] === undefined ? {} : { to: moment(body, 'to') }),
    });
    return { calls, records, pairs: pairs.length };
  },
  'call-log': (control, body) => control.setCallLog({
    ...Object.fromEntries(callLogDurations.filter((name) => body[name] !== undefined).map((name) => [name, number(body, name)])),
    ...Object.fromEntries(callLogFlags.filter((name) => body[name] !== undefined).map((name) => [name, flag(body, name)])),
  }),
  'expire-sync-tokens': (control) => control.expireSyncTokens(),
  'detour-media': (control, body) => control.detourMedia(flag(body, 'on')),
  'lose-media': (control, body) => control.loseMedia(number(body, 'percent')),
  'block-media': (control) => control.blockMedia(),
  'answer-late-sip': (control, body) => control.answerLateSip(number(body, 'milliseconds'), number(body, 'times')),
};
