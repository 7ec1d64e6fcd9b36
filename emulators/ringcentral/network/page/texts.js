import { button, element, keyedList } from './parts.js';

const howWords = { deliver: 'Texts arrive', fail: 'Texts do not arrive', 'cannot-send': 'Texts cannot be sent', stay: 'Texts stay on their way' };
const byId = (id) => document.getElementById(id);

/** A file as the simulator takes it. */
async function pictureOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { contentType: file.type || 'application/octet-stream', content: btoa(binary), fileName: file.name };
}

function createBubble() {
  const text = element('p', { className: 'said' });
  const pictures = element('div', { className: 'pictures' });
  const status = element('span', { className: 'soft' });
  const node = element('li', {}, text, pictures, status);
  const shown = new Set();
  return {
    node,
    show(one) {
      node.className = one.way === 'from-them' ? 'bubble theirs' : 'bubble';
      text.textContent = one.text;
      text.hidden = one.text === '';
      const at = new Date(one.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
      const label = one.way === 'from-them' ? `to ${one.companyNumber} · ${at}` : `from ${one.companyNumber} · ${at} · ${one.status}`;
      if (status.textContent !== label) status.textContent = label;
      for (const { id, contentType } of one.pictures) {
        if (shown.has(id)) continue;
        shown.add(id);
        const src = `/network/pictures/${one.id}/${id}`;
        pictures.append(contentType.startsWith('image/') ? element('img', { src, alt: 'Picture', loading: 'lazy' }) : element('a', { href: src, textContent: contentType }));
      }
    },
  };
}

/** One phone outside: what was written to and from it, and what becomes of texts to it. */
function createPhone(act, write) {
  let number = '';
  const title = element('strong');
  const how = element('select', { ariaLabel: 'What becomes of texts to this number' }, ...Object.entries(howWords).map(([value, label]) => element('option', { value }, label)));
  how.addEventListener('change', () => act('text-arrival', { phoneNumber: number, how: how.value }));
  const list = element('ol', { className: 'plain bubbles' });
  const showTexts = keyedList(list, ({ id }) => id, createBubble);
  let company = '';
  const node = element('article', { className: 'card' }, element('div', { className: 'head' }, title, how, button('Answer', () => write(number, company))), list);
  return {
    node,
    show({ phoneNumber, texts, arrival, name }) {
      number = phoneNumber;
      company = texts[0]?.companyNumber ?? '';
      const label = name ? `${name} · ${phoneNumber}` : phoneNumber;
      if (title.textContent !== label) title.textContent = label;
      if (document.activeElement !== how) how.value = arrival;
      showTexts(texts.toReversed());
    },
  };
}

/** The other phone for texts: writes to the company's numbers and shows what came from there. */
export function createTexts(act) {
  const form = byId('text');
  const field = (name) => form.elements.namedItem(name);
  function write(phoneNumber, companyNumber) {
    field('phoneNumber').value = phoneNumber;
    if (companyNumber) field('to').value = companyNumber;
    field('text').focus();
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const file = field('picture').files[0];
    const done = await act('text-in', {
      phoneNumber: field('phoneNumber').value, to: field('to').value, text: field('text').value, ...(file ? { pictures: [await pictureOf(file)] } : {}),
    });
    if (!done) return;
    field('text').value = '';
    field('picture').value = '';
  });

  const showCallers = keyedList(byId('texters'), ({ phoneNumber }) => phoneNumber, ({ name, phoneNumber }) => ({ node: element('option', { value: phoneNumber, label: name }), show: () => undefined }));
  const showTargets = keyedList(byId('text-to'), ({ number }) => number, ({ number, name }) => ({ node: element('option', { value: number }, `${name} · ${number}`), show: () => undefined }));
  const showPhones = keyedList(byId('phones'), ({ phoneNumber }) => phoneNumber, () => createPhone(act, write));

  return (state) => {
    showCallers(state.outsideCallers);
    showTargets(state.extensions.flatMap(({ name, phoneNumbers }) => phoneNumbers.map((number) => ({ number, name }))));
    const arrivals = new Map(state.texts.arrivals.map(({ phoneNumber, how }) => [phoneNumber, how]));
    const names = new Map(state.outsideCallers.map(({ phoneNumber, name }) => [phoneNumber, name]));
    showPhones(state.texts.phones.map((phone) => ({ ...phone, arrival: arrivals.get(phone.phoneNumber) ?? 'deliver', name: names.get(phone.phoneNumber) })));
    byId('no-texts').hidden = state.texts.phones.length > 0;
  };
}
