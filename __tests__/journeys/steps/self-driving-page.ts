export interface Order { tab: string; verb: 'go' | 'back' | 'press'; what: string }

/**
 * Runs at the head of every page, as text: it sees nothing of this module. Obeys the orders for its tab, and tells what its dock shows, how it came into view and what became of every attempt to play a voice or to ring.
 */
export function driveItself(reportPath: string, orderPath: string): void {
  if (window.top !== window) return;
  const tab = new URLSearchParams(location.search).get('tab') ?? sessionStorage.getItem('journey-tab') ?? '';
  sessionStorage.setItem('journey-tab', tab);
  const report = (what: string, value: unknown): void => void fetch(reportPath, { method: 'POST', keepalive: true, body: JSON.stringify({ tab, page: location.search, what, value }) }).catch(() => undefined);

  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    const playing = play.call(this);
    const [plays, silent] = this.srcObject ? (['plays', 'silent'] as const) : (['rings', 'does-not-ring'] as const);
    // A sound without a sound only asks whether another would be heard.
    if (this.src.startsWith('data:')) return playing;
    playing.then(
      () => setTimeout(() => report(plays, { seconds: this.currentTime, clicked: navigator.userActivation.hasBeenActive }), 1_000),
      (failure: unknown) => report(silent, String(failure)),
    );
    return playing;
  };

  window.addEventListener('pageshow', ({ persisted }) => report('came', { persisted }));

  const roots: ShadowRoot[] = [];
  let shown = '';
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    new MutationObserver(() => {
      const text = roots.map((each) => each.textContent).join(' ');
      if (text !== shown) report('shows', text);
      shown = text;
    }).observe(root, { subtree: true, childList: true, characterData: true });
    return root;
  };

  const obey = ({ verb, what }: Order): void => {
    if (verb === 'go') location.href = what;
    else if (verb === 'back') history.back();
    else {
      const buttons = [document, ...roots].flatMap((root) => [...root.querySelectorAll('button')]);
      buttons.find((button) => [button.title, button.ariaLabel, button.textContent].some((name) => name?.startsWith(what)))?.click();
    }
  };
  setInterval(() => {
    fetch(`${orderPath}?tab=${encodeURIComponent(tab)}`).then((answer) => answer.json()).then((order: Order | null) => {
      if (order) obey(order);
    }).catch(() => undefined);
  }, 100);
}
