import assert from 'node:assert/strict';
import type { Page, Request } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { dock, opens } from '../steps/records.ts';
import { until } from '../steps/until.ts';

/** What the page was told about where its panel lies; the File Cabinet's addresses carry no names. */
const panelAddress = (page: Page): Promise<string> => page.evaluate(() => (JSON.parse(document.getElementById('rcns-boot')?.textContent ?? '{}') as { urls: { panel: string } }).urls.panel);
const bar = (page: Page) => dock(page).locator('button[aria-expanded]');

journey('The rest of the dock cannot be loaded: the bar says so, and Try again brings it', async (story) => {
  const sam = await story.someone(salesRep.email);
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  const address = new URL(await panelAddress(page), page.url());
  let gone = true;
  const tries: string[] = [];
  await sam.context.route((url) => url.pathname === address.pathname && url.searchParams.get('id') === address.searchParams.get('id'), (route) => {
    tries.push(route.request().url());
    return gone ? route.abort() : route.continue();
  });
  await bar(page).click();
  await dock(page).getByRole('alert').getByText('The rest of the phone could not be loaded from NetSuite.').waitFor();
  assert.equal(new Set(tries).size, 2, 'tried twice, each time by another address');
  await bar(page).click();
  assert.equal(await dock(page).getByRole('alert').count(), 0, 'folded, nothing is missed');
  await bar(page).click();
  await dock(page).getByRole('alert').waitFor();
  gone = false;
  await dock(page).getByRole('button', { name: 'Try again' }).click();
  await dock(page).getByRole('link', { name: 'Connect RingCentral in the phone’s settings' }).waitFor();
  assert.equal(await dock(page).getByRole('alert').count(), 0);
});

journey('Whoever unfolds the dock by keyboard keeps their place in it when its panel comes', async (story) => {
  const sam = await story.someone(salesRep.email);
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  await bar(page).focus();
  const before = await bar(page).boundingBox();
  await page.keyboard.press('Enter');
  await dock(page).getByRole('link', { name: 'Connect RingCentral in the phone’s settings' }).waitFor();
  assert.equal(await bar(page).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button), true, 'the bar still has the focus');
  const after = await bar(page).boundingBox();
  assert.deepEqual([after?.y, after?.height], [before?.y, before?.height], 'nothing jumps');
});

journey('A call that rings on a connected page waits for no download', async (story) => {
  const sam = await story.someone(salesRep.email);
  await connects(sam);
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  const address = await panelAddress(page);
  await until('the panel is here already', () => page.evaluate((url) => performance.getEntriesByName(new URL(url, location.href).href).length > 0, address));
  const asked: string[] = [];
  page.on('request', (request: Request) => asked.push(request.url()));
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+14125550104', name: 'THREE RIVERS' }, to: salesRep.extensionNumber });
  await dock(page).getByRole('button', { name: 'Answer' }).waitFor();
  assert.deepEqual(asked.filter((url) => url.includes('/core/media/')), []);
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
});
