/** Small behaviour of every page: tabs, and menus that close when something else is clicked. */
(() => {
  'use strict';

  /** @param {Element} tab */
  const openTab = (tab) => {
    for (const other of tab.parentElement?.querySelectorAll(':scope > [role=tab]') ?? []) {
      const selected = other === tab;
      other.setAttribute('aria-selected', String(selected));
      const panel = document.getElementById(other.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !selected;
    }
  };

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const tab = target?.closest('[role=tab]');
    if (tab) openTab(tab);
    for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(target)) menu.removeAttribute('open');
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') for (const menu of document.querySelectorAll('details.menu[open]')) menu.removeAttribute('open');
    const tab = event.target instanceof Element ? event.target.closest('[role=tab]') : null;
    const next = event.key === 'ArrowRight' ? tab?.nextElementSibling : event.key === 'ArrowLeft' ? tab?.previousElementSibling : null;
    if (next instanceof HTMLElement) { openTab(next); next.focus(); }
  });
})();
