import { createCallCard } from './call-card.js';
import { createExtensionCard } from './extension-card.js';
import { createTexts } from './texts.js';
import { button, element, keyedList, toggle } from './parts.js';

/** Milliseconds between two looks at the simulator: quick enough for a level meter. */
const lookEvery = 400;

const byId = (id) => document.getElementById(id);
const notice = byId('notice');
let noticeUntil = 0;

/** Asks the simulator to do something; a refusal is shown as the sentence it came with. */
async function act(verb, body) {
  const answer = await fetch(`/network/api/${verb}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { message } = answer.ok ? {} : await answer.json();
  notice.textContent = message ?? '';
  noticeUntil = Date.now() + 6000;
  await look();
  return answer.ok;
}

function onSubmit(form, verb, read) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void act(verb, read(Object.fromEntries(new FormData(form))));
  });
}

onSubmit(byId('ring'), 'ring-in', (fields) => fields);
onSubmit(byId('behaviour'), 'behaviour', (fields) => fields);
onSubmit(byId('rest-faults'), 'fail-next-rest', ({ times, status, pathContains }) => ({ times: Number(times), status: Number(status), pathContains }));
byId('clear-faults').addEventListener('click', () => act('clear-rest-faults', {}));

const showCallers = keyedList(byId('callers'), (caller) => caller.phoneNumber, (caller) => ({
  node: button(caller.name, () => {
    byId('ring-number').value = caller.phoneNumber;
    byId('ring-name').value = caller.name;
  }),
  show: () => undefined,
}));
const showTargets = keyedList(byId('ring-to'), (extension) => extension.extensionId, (extension) => {
  const node = element('option', { value: extension.extensionId });
  return {
    node,
    show({ name, extensionNumber, registered }) {
      const label = `${name} · ${extensionNumber}${registered > 0 ? '' : ' (no phone on)'}`;
      if (node.textContent !== label) node.textContent = label;
    },
  };
});
const showCalls = keyedList(byId('calls'), (call) => call.telephonySessionId, () => createCallCard(act));
const showExtensions = keyedList(byId('extensions'), (extension) => extension.extensionId, () => createExtensionCard(act));
const behaviourWords = { ring: 'rings until told', answer: 'answers', busy: 'is busy', refuse: 'refuses' };
const showTexts = createTexts(act);
const showBehaviours = keyedList(byId('behaviours'), ({ phoneNumber }) => phoneNumber, () => {
  const node = element('li');
  return { node, show: ({ phoneNumber, behaviour }) => { node.textContent = `${phoneNumber} ${behaviourWords[behaviour]}`; } };
});

byId('whole-network').append(
  'Everybody’s network: ',
  button('Drop', () => act('drop', { wires: 'both' })), button('Restore', () => act('restore', { wires: 'both' })),
  button('Flicker', () => act('flicker', { wires: 'both' })), button('Drop gateway only', () => act('drop', { wires: 'gateway' })),
  button('Block sound', () => act('block-media', {}), { explained: 'Calls whose sound goes round lose it until they find another way, as when a computer changes its network' }),
);

const switches = [
  ['Sign-in page cuts its opener (COOP)', (on) => act('switch', { name: 'coop', on }), (state) => state.switches.coop],
  ['Rate limits', (on) => act('switch', { name: 'rateLimits', on }), (state) => state.switches.rateLimits],
  ['Rate headers readable', (on) => act('switch', { name: 'exposeRateHeaders', on }), (state) => state.switches.exposeRateHeaders],
  ['Messages of other extensions can be read', (on) => act('switch', { name: 'othersMessages', on }), (state) => state.switches.othersMessages],
  ['WebSocket tokens single use', (on) => act('switch', { name: 'strictWsTokens', on }), (state) => state.switches.strictWsTokens],
  ['Sound of new calls goes round, where it can be lost or blocked', (on) => act('detour-media', { on }), (state) => state.faults.sound.detour],
  ['A third of the sound that goes round is lost', (on) => act('lose-media', { percent: on ? 33 : 0 }), (state) => state.faults.sound.lossPercent > 0],
  ['Events twice', (on) => act('event-faults', { duplicate: on }), (state) => state.faults.events.duplicate],
  ['Events out of order', (on) => act('event-faults', { reorder: on }), (state) => state.faults.events.reorder],
].map(([label, change, read]) => ({ ...toggle(label, change), read }));
byId('switches').append(...switches.map(({ node }) => node));
const showApps = keyedList(byId('switches').appendChild(element('div', { className: 'switches' })), ({ clientId }) => clientId, (app) => {
  const { node, show } = toggle(`An administrator must approve “${app.name}”`, (on) => act('administrator-must-approve', { clientId: app.clientId, on }));
  return { node, show: ({ administratorMustApprove }) => show(administratorMustApprove) };
});

function show(state) {
  byId('company').textContent = `${state.companyName} · ${state.mainNumber}`;
  showCallers(state.outsideCallers);
  showTargets(state.extensions);
  showTexts(state);
  showCalls(state.calls.slice(0, 20));
  byId('no-calls').hidden = state.calls.length > 0;
  showExtensions(state.extensions);
  showBehaviours(state.behaviours);
  showApps(state.apps);
  for (const one of switches) one.show(one.read(state));
  byId('pending-faults').textContent = state.faults.rest.pending
    .map(({ times, status, pathContains }) => `next ${times}${pathContains ? ` with ${pathContains}` : ''}: ${status}`).join(' · ');
}

async function look() {
  try {
    show(await (await fetch('/network/api/state')).json());
    if (Date.now() > noticeUntil) notice.textContent = '';
  } catch {
    notice.textContent = 'The simulator does not answer.';
  }
}

async function keepLooking() {
  if (!document.hidden) await look();
  setTimeout(keepLooking, lookEvery);
}
void keepLooking();
