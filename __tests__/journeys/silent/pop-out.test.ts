import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { launch } from '../browsers.ts';
import { journey } from '../journey.ts';
import { popsOut } from '../steps/pop-out.ts';
import { opens } from '../steps/records.ts';
import { until } from '../steps/until.ts';

journey('Pop out, pressed again, comes back to the window that is open, and from an unrelated tab there is one window still', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await sam.app();
  const popOut = await popsOut(app);
  await popOut.getByLabel('Phone number').fill('+1 415 555 0133');
  await app.getByRole('button', { name: 'Pop out' }).click();
  assert.equal(await popOut.getByLabel('Phone number').inputValue(), '+1 415 555 0133', 'what was typed is still there');
  assert.equal(sam.context.pages().length, 2);

  const unrelated = await sam.app();
  const [next] = await Promise.all([popsOut(unrelated), popOut.waitForEvent('close')]);
  assert.deepEqual(sam.context.pages(), [app, unrelated, next]);
});

journey('The pop-out opens as Sam left it', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await sam.app();
  const popOut = await popsOut(app);
  await popOut.setViewportSize({ width: 360, height: 560 });
  await until('the size is kept', () => app.evaluate(() => localStorage.getItem('rcns-pop-out')?.includes('"width":360')));
  await popOut.close();
  const again = await popsOut(app);
  assert.deepEqual(await again.evaluate(() => [innerWidth, innerHeight]), [360, 560]);
});

journey('In a narrow pop-out there are the phone, messages and settings, and no way to a second one', async (story) => {
  const sam = await story.someone(salesRep.email);
  const popOut = await popsOut(await sam.app());
  const links = popOut.getByRole('banner').getByRole('link');
  await links.filter({ hasText: 'Not connected' }).waitFor();
  assert.deepEqual(await links.allInnerTexts(), ['Phone', 'Messages', 'Not connected', 'Settings']);
  assert.equal(await popOut.getByRole('button', { name: 'Pop out' }).count(), 0);
});

journey('A blocked pop-out says so and how to allow it', async (story) => {
  const browser = await launch('chromium', { keepPopupBlocking: true });
  story.afterwards(() => browser.close());
  const sam = await story.someone(salesRep.email, { context: await browser.newContext() });
  const customer = await opens(sam, 'customer', 'Juniper Street Bakery');
  const address = customer.url();
  await customer.close();
  // A click by a script on a page nobody has touched yet: the browser blocks what it opens.
  await sam.context.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      const look = (): void => {
        const unfold = root.querySelector<HTMLButtonElement>('.fold');
        if (unfold?.getAttribute('aria-expanded') === 'false') unfold.click();
        const button = [...root.querySelectorAll('button')].find((each) => each.textContent === 'Pop out');
        if (!button) return;
        watching.disconnect();
        button.click();
        // eslint-disable-next-line no-console -- how the page tells the test
        console.info('pressed by a script');
      };
      const watching = new MutationObserver(look);
      watching.observe(root, { subtree: true, childList: true });
      return root;
    };
  });
  const pressed = sam.context.waitForEvent('console', (message) => message.text() === 'pressed by a script');
  const page = await sam.tab(address);
  await pressed;
  await page.getByRole('alert').getByText(/^The browser blocked the phone’s window\. Allow pop-ups/).waitFor();
  assert.deepEqual(sam.context.pages(), [page]);
  // The person allows them and presses again.
  const [popOut] = await Promise.all([sam.context.waitForEvent('page'), page.getByRole('button', { name: 'Pop out' }).click()]);
  await popOut.getByRole('link', { name: 'Phone', exact: true }).waitFor();
  await page.getByRole('alert').getByText(/blocked/).waitFor({ state: 'detached' });
}, { needs: 'full-chromium' });
