import assert from 'node:assert/strict';
import type { World } from '../open-world.ts';
import { until } from './until.ts';

/** What RingCentral has open for an extension: phones, their sockets, event sockets, sign-ins. */
export function openFor({ demo }: World, extensionNumber: string): { registered: number; sipSockets: number; gatewaySockets: number; signedIn: number } {
  const extension = demo.ringcentral.control.state().extensions.find((each) => each.extensionNumber === extensionNumber);
  assert.ok(extension, 'RingCentral knows the extension');
  const { registered, sipSockets, gatewaySockets, signedIn } = extension;
  return { registered, sipSockets, gatewaySockets, signedIn };
}

/** Waits until the phone is at RingCentral again, after its line has changed places. */
export const phoneIsBack = (world: World, extensionNumber: string): Promise<unknown> =>
  until('the phone is back', () => {
    const { sipSockets, gatewaySockets } = openFor(world, extensionNumber);
    return sipSockets > 0 && gatewaySockets > 0;
  });

/** One phone at RingCentral, whatever is open in the browser. */
export const onePhone = (world: World, extensionNumber: string): void => assert.deepEqual(openFor(world, extensionNumber), { registered: 1, sipSockets: 1, gatewaySockets: 1, signedIn: 1 });
