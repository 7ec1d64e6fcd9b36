import { button, element, showPill, toggle } from './parts.js';

const presenceMeaning = { Available: 'good', Busy: 'warn' };

/** One user of the account: what of the phone is up, and what can be done to it. */
export function createExtensionCard(act) {
  let extension = '';
  const name = element('strong');
  const numbers = element('span', { className: 'soft' });
  const pills = { presence: element('span'), signedIn: element('span'), phone: element('span'), gateway: element('span'), down: element('span') };
  const switches = [['webPhone', 'WebPhone'], ['digitalLine', 'Digital line'], ['voicemail', 'Voicemail']]
    .map(([feature, label]) => ({ feature, ...toggle(label, (on) => act('feature', { extension, feature, on })) }));
  const wires = element('select', { ariaLabel: 'Which connection' }, ...[['both', 'Network'], ['sip', 'SIP'], ['gateway', 'Gateway']].map(([value, label]) => element('option', { value }, label)));
  const network = (verb, label) => button(label, () => act(verb, { extension, wires: wires.value }));
  const node = element(
    'article', { className: 'card' },
    element('div', { className: 'head' }, name, numbers),
    element('div', { className: 'row' }, ...Object.values(pills)),
    element('div', { className: 'row' }, ...switches.map((one) => one.node)),
    element('div', { className: 'row' }, wires, network('drop', 'Drop'), network('restore', 'Restore'), network('flicker', 'Flicker'),
      button('Expire token', () => act('expire-access-tokens', { extension })), button('Revoke', () => act('revoke-tokens', { extension }))),
  );

  return {
    node,
    show(view) {
      extension = view.extensionId;
      name.textContent = `${view.name} · ${view.extensionNumber}`;
      numbers.textContent = view.phoneNumbers.join(', ');
      showPill(pills.presence, String(view.presenceStatus), presenceMeaning[view.presenceStatus]);
      showPill(pills.signedIn, view.signedIn > 0 ? `Signed in${view.signedIn > 1 ? ` × ${view.signedIn}` : ''}` : 'Not signed in', view.signedIn > 0 ? 'good' : '');
      showPill(pills.phone, view.registered > 0 ? `Registered ${view.registered}, ${view.sipSockets} SIP sockets` : 'Not registered', view.sipSockets > 0 ? 'good' : view.registered > 0 ? 'warn' : '');
      showPill(pills.gateway, `${view.gatewaySockets} gateway sockets`, view.gatewaySockets > 0 ? 'good' : '');
      const down = [view.down.sip && 'SIP', view.down.gateway && 'gateway'].filter(Boolean);
      showPill(pills.down, down.length > 0 ? `${down.join(' and ')} down` : '', 'bad');
      for (const one of switches) one.show(view.features[one.feature]);
    },
  };
}
