/** Makes an element; children that are text become text, never markup. */
export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** A button that does one thing; `explained` says what to those who wonder. */
export function button(label, action, { className = '', explained = '' } = {}) {
  const node = element('button', { type: 'button', className, title: explained }, label);
  node.addEventListener('click', action);
  return node;
}

/** A labelled tick box; `show(on)` follows the state without asking for it again. */
export function toggle(label, change, explained = '') {
  const box = element('input', { type: 'checkbox' });
  box.addEventListener('change', () => change(box.checked));
  return { node: element('label', { className: 'switch', title: explained }, box, label), show: (on) => { box.checked = on; } };
}

/**
 * Keeps one node per item, so that a button under the pointer or a field in use is never replaced.
 * `create(item)` gives `{node, show(item)}`.
 */
export function keyedList(container, keyOf, create) {
  const parts = new Map();
  return (items) => {
    const keys = new Set(items.map(keyOf));
    for (const [key, { node }] of parts) {
      if (keys.has(key)) continue;
      node.remove();
      parts.delete(key);
    }
    items.forEach((item, index) => {
      const key = keyOf(item);
      if (!parts.has(key)) parts.set(key, create(item));
      const part = parts.get(key);
      if (container.children[index] !== part.node) container.insertBefore(part.node, container.children[index] ?? null);
      part.show(item);
    });
  };
}

/** Sets a small label with a meaning: '', 'good', 'warn' or 'bad'. */
export function showPill(node, text, meaning = '') {
  if (node.textContent !== text) node.textContent = text;
  node.className = `pill ${meaning}`;
  node.hidden = text === '';
}

/** "1 socket", "2 sockets" */
export const counted = (count, thing) => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** mm:ss */
export function clock(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
