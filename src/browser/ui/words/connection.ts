import type { Ability, ConnectFailure, ConnectionStatus, NoCallsCause } from '../../../core/connections/status.ts';
import type { LineView } from '../../windows/line-client.ts';

/** The six chips of product.md, "Connecting RingCentral". */
export const chipLabels: Record<ConnectionStatus['state'], string> = {
  'not-connected': 'Not connected',
  connecting: 'Connecting…',
  connected: 'Connected',
  'connected-no-calls': 'Connected, no calls',
  reconnecting: 'Reconnecting',
  'reconnect-needed': 'Reconnect needed',
};

export const notSetUp = 'Your administrator has not set up RingCentral yet.';
export const flickering = 'Your network is dropping the WebSocket. Check VPN or firewall rules.';
export const phoneStarting = 'WebRTC is not initialized. Please wait.';
export const newerVersion = 'A newer version is deployed: reload when the call is over.';
export const testServer = 'Test server: calls do not reach the real telephone network.';
export const disconnectConsequence = 'You will no longer be able to dial, receive calls, or send SMS until you reconnect.';

/** What is wrong, and what the person whose move it is can do. */
export const noCallsCauses: Record<NoCallsCause, string> = {
  'webphone-off': 'The WebPhone feature is off for your extension. Your RingCentral administrator can turn it on; the phone then starts within two minutes.',
  'no-digital-line': 'Your extension has no digital line, so RingCentral takes no calls to phone numbers from it. Your RingCentral administrator can assign one; that is noticed within two minutes.',
  'too-many-phones': 'Too many phones are registered on your extension. Sign out of RingCentral on another device; this one is tried again every two minutes.',
  'microphone-blocked': 'The browser blocks the microphone for this site. Allow it at the left end of the address bar, then reload this page.',
  'phone-refused': 'RingCentral refused to register this phone. Ask your RingCentral administrator to check your extension.',
};

export const failureTitles: Record<ConnectFailure['kind'], string> = {
  refused: 'Authorization failed',
  'state-mismatch': 'Sign-in refused',
  'code-expired': 'Sign-in took too long',
  network: 'RingCentral could not be reached',
  'pop-up-blocked': 'The sign-in window was blocked',
};

/** The sentences after the title; RingCentral's own reason is shown between the two. */
export const failureRemedies: Record<ConnectFailure['kind'], string> = {
  refused: 'Connect again and choose Authorize. If RingCentral still refuses, an administrator may have to approve the app there.',
  'state-mismatch': 'The answer that came back did not belong to this sign-in, so it was not used. Connect again.',
  'code-expired': 'RingCentral’s answer had expired when it came to be used. Connect again.',
  network: 'Check your network, then connect again. If your network is fine, RingCentral itself may be having trouble.',
  'pop-up-blocked': 'Allow pop-ups for this site: choose the blocked-window icon in the address bar, then “Always allow”. Then press Connect again.',
};

export const connectingSteps: Record<Extract<ConnectionStatus, { state: 'connecting' }>['step'], string> = {
  'sign-in-window': 'Finish signing in to RingCentral in the window that has opened.',
  phone: 'You are signed in. The phone is starting.',
};

export const reconnectCauses: Record<Extract<ConnectionStatus, { state: 'reconnect-needed' }>['cause'], string> = {
  expired: 'Your RingCentral sign-in has expired.',
  revoked: 'Your RingCentral sign-in was revoked.',
};

/** Told after "since 14:05." */
export const reconnectingTries: Record<Extract<ConnectionStatus, { state: 'reconnecting' }>['down'], string> = {
  events: 'The notification WebSocket is being reopened.',
  phone: 'The phone is being registered again.',
  both: 'The network connection to RingCentral is being reopened.',
};

/** Flickering: it may be up at this moment, and is not yet trusted. */
export const untilStable = 'It is reopened each time it drops, and watched until it stays up.';

export const unavailableCauses: Record<Extract<LineView, { reach: 'unavailable' }>['why'], string> = {
  'script-not-loaded': 'The phone could not be loaded from NetSuite. Reload this page; if that does not help, tell your administrator.',
  'other-version': newerVersion,
  replaced: 'Somebody else uses this browser’s phone now. Reload this page.',
};

export const lineStarting = 'The phone is starting.';
export const lineRestarting = 'The phone stopped and is starting again.';

export const abilityLabels: Record<Ability['id'], string> = {
  call: 'Make outbound calls',
  'be-called': 'Receive inbound calls',
  text: 'Send / receive SMS',
  notifications: 'Real-time inbound notifications',
  log: 'Auto-log calls into NetSuite',
};

export const abilityMissing: Record<NonNullable<Ability['missing']>, string> = {
  connection: 'needs RingCentral connected',
  phone: 'needs the phone registered',
  'digital-line': 'needs a digital line',
  events: 'needs the WebSocket online',
  'set-up': 'needs set-up finished by an admin',
};
