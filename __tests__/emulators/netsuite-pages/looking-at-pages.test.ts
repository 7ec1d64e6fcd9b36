import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { renderSignIn } from '../../../emulators/netsuite/pages/render.ts';
import { createViewer, type Viewer } from './open-page.ts';
import { customerForm, customerList, customerPage, dashboard, frame } from './models.ts';

let viewer: Viewer;
before(async () => { viewer = await createViewer(400); });
after(async () => { await viewer.close(); });

const signIn = renderSignIn({ companyName: 'Harbour Street Trading', people: [{ name: 'Nora Lindqvist', email: 'nora.lindqvist@harbour-street.example', hint: 'Sales Rep', password: 'harbour' }], error: '', returnTo: '/app/center/card.nl?sc=-29', csrf: 'before-a-session' });

test('no page is wider than a phone held upright', async () => {
  const notice = { kind: 'notice', frame, code: 'SSS_INVALID_SCRIPTLET_ID', title: 'Error', text: 'That Suitelet is invalid, disabled, or no longer exists.' } as const;
  for (const model of [customerPage(), customerForm(), customerList, dashboard, notice]) {
    const page = await viewer.open(model);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400, model.kind);
    await page.close();
  }
});

test('the phone calls of a customer stand under Communication > Activities', async () => {
  const page = await viewer.open(customerPage());
  await page.getByRole('tab', { name: 'Marketing' }).click();
  assert.equal(await page.getByRole('table', { name: 'Activities' }).isVisible(), false);
  await page.getByRole('tab', { name: 'Communication' }).click();
  const rows = page.getByRole('table', { name: 'Activities' }).locator('[data-row]');
  assert.equal(await rows.count(), 2);
  assert.equal(await rows.first().locator('[data-column=title]').textContent(), 'Delivery before Christmas');
  assert.equal(await rows.first().getByRole('link').getAttribute('href'), '/app/crm/calendar/call.nl?id=510');
});

test('the menus lead to lists, to another role and out', async () => {
  const page = await viewer.open(dashboard);
  const customers = page.getByRole('navigation', { name: 'Main' }).getByText('Customers', { exact: true });
  await page.getByText('Lists', { exact: true }).click();
  assert.equal(await customers.getAttribute('href'), '/app/common/entity/custjoblist.nl');
  await page.getByText('Nora Lindqvist').click();
  assert.equal(await customers.isVisible(), false);
  assert.equal(await page.getByRole('link', { name: 'Change role' }).isVisible(), true);
  viewer.server.put('/app/login/secure/logout.nl', 'signed out');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('signed out').waitFor();
  assert.equal(viewer.server.posted.at(-1)?.body.get('_csrf'), 'token-of-nora');
});

test('picking a person on the sign-in page fills in who they are', async () => {
  const page = await viewer.openText(signIn);
  viewer.server.put('/app/login/secure/enterpriselogin.nl', 'welcome');
  await page.getByRole('button', { name: 'Nora Lindqvist' }).click();
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.getByText('welcome').waitFor();
  assert.deepEqual(Object.fromEntries(viewer.server.posted.at(-1)?.body ?? []), { _csrf: 'before-a-session', returnTo: '/app/center/card.nl?sc=-29', email: 'nora.lindqvist@harbour-street.example', password: 'harbour' });
});
