import { button, counted, element, showPill, toggle } from './parts.js';

const presenceMeaning = { Available: 'good', Busy: 'warn' };

/** One user of the account: what of the phone is up, and what can be done to it. */
export function createExtensionCard(act) {
  let extension = '';
  let elsewhere = 0;
  const name = element('strong');
  const numbers = element('span', { className: 'soft' });
  const pills = { presence: element('span'), signedIn: element('span'), phone: element('span'), elsewhere: element('span'), gateway: element('span'), down: element('span') };
  const switches = [['webPhone', 'WebPhone', 'Whether this extension may use a phone in a browser'], ['digitalLine', 'Digital line', 'Whether it has a line to call with'], ['voicemail', 'Voicemail', 'Whether a call nobody answers may leave a message'], ['texts', 'Texts', 'Whether its numbers send and get texts']]
    .map(([feature, label, explained]) => ({ feature, ...toggle(label, (on) => act('feature', { extension, feature, on }), explained) }));
  const wires = element('select', { ariaLabel: 'Which connection' }, ...[['both', 'Network'], ['sip', 'SIP'], ['gateway', 'Gateway']].map(([value, label]) => element('option', { value }, label)));
  const network = (verb, label, explained) => button(label, () => act(verb, { extension, wires: wires.value }), { explained });
  const node = element(
    'article', { className: 'card' },
    element('div', { className: 'head' }, name, numbers),
    element('div', { className: 'row' }, ...Object.values(pills)),
    element('div', { className: 'row' }, ...switches.map((one) => one.node)),
    element('div', { className: 'row' }, wires, network('drop', 'Drop', 'Cuts the connections of this person and refuses new ones'), network('restore', 'Restore', 'Lets them through again'), network('flicker', 'Flicker', 'Cuts them a few times in a row'),
      button('Silence SIP', () => act('silence-sip', { extension }), { explained: 'The phone’s socket stays open and nothing passes until Restore' }),
      button('Five phones elsewhere', () => act('phones-elsewhere', { extension, phones: elsewhere > 0 ? 0 : 5 }), { explained: 'Five other phones of this person are registered, so that one more is refused; again takes them away' }),
      button('Expire token', () => act('expire-access-tokens', { extension }), { explained: 'The access token has to be refreshed' }), button('Revoke', () => act('revoke-tokens', { extension }), { explained: 'Ends the sign-in: the person has to reconnect' })),
  );

  return {
    node,
    show(view) {
      extension = view.extensionId;
      elsewhere = view.phonesElsewhere;
      name.textContent = `${view.name} · ${view.extensionNumber}`;
      numbers.textContent = view.phoneNumbers.join(', ');
      showPill(pills.presence, String(view.presenceStatus), presenceMeaning[view.presenceStatus]);
      showPill(pills.signedIn, view.signedIn > 0 ? `Signed in${view.signedIn > 1 ? ` × ${view.signedIn}` : ''}` : 'Not signed in', view.signedIn > 0 ? 'good' : '');
      showPill(pills.phone, view.registered > 0 ? `${counted(view.registered, 'phone')} registered, ${counted(view.sipSockets, 'SIP socket')}` : 'No phone registered', view.sipSockets > 0 ? 'good' : view.registered > 0 ? 'warn' : '');
      showPill(pills.elsewhere, view.phonesElsewhere > 0 ? `${counted(view.phonesElsewhere, 'phone')} elsewhere` : '', 'warn');
      showPill(pills.gateway, counted(view.gatewaySockets, 'gateway socket'), view.gatewaySockets > 0 ? 'good' : '');
      const down = [view.down.sip && 'SIP', view.down.gateway && 'gateway'].filter(Boolean);
      showPill(pills.down, down.length > 0 ? `${down.join(' and ')} down` : '', 'bad');
      for (const one of switches) one.show(view.features[one.feature]);
    },
  };
}
