/** N/ui/message: banners at the top of the page. */
define('N/ui/message', ['emulator/errors'], (/** @type {import('../../modules').Errors} */ errors) => {
  'use strict';
  const Type = { CONFIRMATION: 0, INFORMATION: 1, WARNING: 2, ERROR: 3 };
  const CLASSES = ['confirmation', 'information', 'warning', 'error'];

  /** A block element of the page for the banners; pages made by the platform have one. */
  const area = () => document.getElementById('messages') ?? (() => {
    const made = Object.assign(document.createElement('div'), { id: 'messages', className: 'messages' });
    document.body.prepend(made);
    return made;
  })();

  return errors.guard({
    Type: errors.guard(Type, 'N/ui/message.Type'),
    /** @param {{ title?: string, message?: string, type: number, duration?: number }} options */
    create(options) {
      errors.requireArguments(options, ['type'], 'message.create');
      const level = CLASSES[options.type];
      if (!level) throw errors.suiteScriptError('SSS_INVALID_TYPE_ARG', 'message.create: type must be one of message.Type');
      const banner = document.createElement('div');
      banner.className = `message ${level}`;
      banner.setAttribute('role', level === 'error' ? 'alert' : 'status');
      const title = Object.assign(document.createElement('b'), { className: 'message-title' });
      const text = Object.assign(document.createElement('span'), { className: 'message-text' });
      // NetSuite takes both as HTML: a script that does not escape is to be caught here, not in an account.
      title.innerHTML = options.title ?? '';
      text.innerHTML = options.message ?? '';
      banner.append(title, text);
      return errors.guard({
        /** @param {{ duration?: number }} [shown] Milliseconds; 0 or none means until hidden. */
        show(shown) {
          area().append(banner);
          const duration = shown?.duration ?? options.duration ?? 0;
          if (duration > 0) setTimeout(() => banner.remove(), duration);
        },
        hide: () => banner.remove(),
      }, 'N/ui/message.Message');
    },
  }, 'N/ui/message');
});
