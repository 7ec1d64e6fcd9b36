import { button, clock, element, showPill } from './parts.js';

const stateWords = { ringing: ['Ringing', 'warn'], talking: ['Talking', 'good'], held: ['On hold', 'warn'], ended: ['Ended', ''] };

const nameOf = (end) => [end.name, end.phoneNumber ?? end.extensionNumber].filter(Boolean).join(' · ') || 'unknown';

/** Quiet rooms sit at the left, full scale at the right: decibels, since hearing is not linear. */
const level = (energy) => (energy > 0 ? Math.max(0, Math.min(1, 1 + (10 * Math.log10(energy)) / 60)) : 0);

/** One call: who, in what state, what the person outside can do, and what is heard out there. */
export function createCallCard(act) {
  let id = '';
  const ids = () => ({ telephonySessionId: id });
  const title = element('strong');
  const direction = element('span', { className: 'soft' });
  const state = element('span');
  const time = element('span', { className: 'soft' });
  const answer = button('Answer', () => act('far-end-answers', ids()), { className: 'answer' });
  const hangUp = button('Hang up', () => act('far-end-hangs-up', ids()), { className: 'hang-up' });
  const silence = button('Fall silent', () => act('speak', { ...ids(), toneHz: 0 }), { explained: 'The person out there says nothing' });
  const speak = button('Speak', () => act('speak', { ...ids(), toneHz: 440 }), { explained: 'The person out there hums a tone of 440 Hz' });
  const reset = button('Reset figures', () => act('reset-media', ids()), { explained: 'Counts packets, keys and pauses from zero' });
  const meter = element('meter', { min: 0, max: 1 });
  const packets = element('span');
  const details = element('span');
  const media = element('div', { className: 'media' }, 'Heard out there', meter, packets, 'Keys', details);
  const actions = element('div', { className: 'row' }, answer, hangUp, speak, silence, reset);
  const node = element('article', {}, element('div', { className: 'head' }, direction, title, state, time), media, actions);
  meter.setAttribute('aria-label', 'Level heard at the far end');

  return {
    node,
    show(call) {
      id = call.telephonySessionId;
      node.className = call.endedAt === null ? 'card' : 'card ended';
      direction.textContent = call.direction === 'Inbound' ? 'In' : 'Out';
      title.textContent = `${nameOf(call.from)} → ${nameOf(call.to)}`;
      showPill(state, ...stateWords[call.farEnd.state]);
      time.textContent = call.answeredAt === null ? '' : clock((call.endedAt ?? Date.now()) - call.answeredAt);
      answer.hidden = !call.farEnd.canAnswer;
      hangUp.hidden = !call.farEnd.canHangUp;
      actions.hidden = call.endedAt !== null;
      media.hidden = call.media === null;
      for (const one of [silence, speak, reset]) one.hidden = call.media === null;
      if (!call.media) return;
      meter.value = level(call.media.energyIn);
      packets.textContent = `${call.media.packetsIn} in · ${call.media.packetsOut} out`;
      details.textContent = `${call.media.digits || '–'} · longest pause ${Math.round(call.media.longestPauseMs)} ms`;
    },
  };
}
