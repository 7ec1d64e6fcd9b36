import { button, clock, element, showPill } from './parts.js';

const stateWords = { ringing: ['Ringing', 'warn'], talking: ['Talking', 'good'], held: ['On hold', 'warn'], ended: ['Ended', ''] };

const nameOf = (end) => [end.name, end.phoneNumber ?? end.extensionNumber].filter(Boolean).join(' · ') || 'unknown';

/** Quiet rooms sit at the left, full scale at the right: decibels, since hearing is not linear. */
const level = (energy) => (energy > 0 ? Math.max(0, Math.min(1, 1 + (10 * Math.log10(energy)) / 60)) : 0);

const partyWords = { Setup: 'called', Proceeding: 'ringing', Answered: 'talking', Hold: 'holds', Parked: 'parked', VoiceMail: 'in the mailbox', Disconnected: 'left', Gone: 'moved to another call' };
/** Why somebody left, where it says what became of the call. */
const reasonWords = {
  BlindTransfer: 'transferred', RccTransfer: 'transferred', AttendedTransfer: 'transferred after asking', CallRedirected: 'forwarded', CallReplied: 'replied with a text',
  CallFlip: 'flipped to another phone', Pickup: 'picked up elsewhere', TargetBusy: 'busy', Rejected: 'refused', Cancelled: 'gave up',
};

/** "Dana Whitfield · 101 talking, recorded". Whose end a party is, follows from its direction and place. */
function partyText(party, first) {
  const isCaller = party.direction === 'Outbound' && party.extensionId !== undefined && party.extensionId === party.from.extensionId;
  const end = first || isCaller ? party.from : party.to;
  const is = reasonWords[party.reason] ?? partyWords[party.code] ?? party.code;
  const recorded = party.recordings?.some(({ active }) => active) ? ', recorded' : '';
  return `${nameOf(end)} ${is}${party.park ? ` at ${party.park.id}` : ''}${recorded}`;
}

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
  const people = element('ul', { className: 'people plain', ariaLabel: 'Who takes part' });
  const reply = element('p', { className: 'soft' });
  const replies = element('div', { className: 'row' }, ...[['yes', 'Press 1, yes'], ['no', 'Press 2, no'], ['urgent', 'Press 3, urgent']].map(([answer, label]) => button(label, () => act('far-end-replies', { ...ids(), answer }))));
  const media = element('div', { className: 'media' }, 'Heard out there', meter, packets, 'Keys', details);
  const actions = element('div', { className: 'row' }, answer, hangUp, speak, silence, reset);
  const node = element('article', {}, element('div', { className: 'head' }, direction, title, state, time), people, reply, replies, media, actions);
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
      // Two people need no list: the title names them.
      people.hidden = call.parties.length < 3 && !call.parties.some(({ park, recordings }) => park || recordings);
      const lines = people.hidden ? [] : call.parties.map((party, index) => partyText(party, index === 0));
      if (people.textContent !== lines.join('')) people.replaceChildren(...lines.map((line) => element('li', {}, line)));
      reply.hidden = call.reply === undefined;
      reply.textContent = `Heard instead of an answer: “${call.reply ?? ''}”`;
      replies.hidden = call.reply === undefined || call.endedAt !== null;
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
