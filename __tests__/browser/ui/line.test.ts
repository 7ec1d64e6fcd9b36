import { createLine, places } from '../../../src/browser/ui/line.ts';
import { noCallsCauses } from '../../../src/browser/ui/words/connection.ts';
import type { LineClient, LineView } from '../../../src/browser/windows/line-client.ts';
import type { Command, CommandResult } from '../../../src/wire/line/commands.ts';
import { quietLine } from './states.ts';

/** A window's end of a line that answers as told. */
function lineClient(answer: (command: Command) => Promise<CommandResult>) {
  let view: LineView = { reach: 'starting' };
  let listener: (view: LineView) => void = () => undefined;
  let silent = false;
  const client: LineClient = {
    windowId: 'window-1',
    view: () => view,
    subscribe(next) { listener = next; next(view); return () => { listener = () => undefined; }; },
    command: answer,
    soundBlocked: () => silent,
    hear: () => Promise.resolve(),
    close: () => undefined,
  };
  return { client, show(next: LineView) { view = next; listener(next); }, silence() { silent = true; listener(view); } };
}
const done: CommandResult = { done: true, value: null };
const refusing = (refusal: Extract<CommandResult, { done: false }>['refusal']) => () => Promise.resolve<CommandResult>({ done: false, refusal, detail: '' });

describe('the line as screens use it', () => {
  test('keeps showing its last state while a new one starts', () => {
    const { client, show } = lineClient(() => Promise.resolve(done));
    const line = createLine(client);
    expect(line.state.value).toBeNull();
    const last = quietLine({ revision: 7 });
    show({ reach: 'restarting', last });
    expect(line.state.value).toBe(last);
  });

  test('words a refusal where the person asked', async () => {
    const line = createLine(lineClient(refusing('not-a-number')).client);
    await line.ask({ name: 'dial', number: 'call me', person: null }, places.dial);
    expect(line.trouble.value).toEqual({ place: 'dial', text: 'That is not a phone number. Check it and try again.' });
  });

  test('leaves a refusal standing while notes of a call are written', async () => {
    const line = createLine(lineClient((command) => (command.name === 'dial' ? refusing('busy')() : Promise.resolve(done))).client);
    await line.ask({ name: 'dial', number: '101', person: null }, places.dial);
    await line.ask({ name: 'write-notes', callId: 'a1b2', text: 'Asks for a quote', base: '' }, 'a1b2');
    expect(line.trouble.value?.place).toBe('dial');
  });

  test('takes a refusal back once the connection stands otherwise', async () => {
    const { client, show } = lineClient(refusing('not-connected'));
    const line = createLine(client);
    show({ reach: 'here', state: quietLine({ connection: { state: 'not-connected', companySetUp: true, failure: null } }) });
    await line.ask({ name: 'dial', number: '650 555 0100', person: null }, places.dial);
    show({ reach: 'here', state: quietLine({ revision: 8, connection: { state: 'not-connected', companySetUp: true, failure: null } }) });
    expect(line.trouble.value?.place).toBe('dial');
    show({ reach: 'here', state: quietLine({ revision: 9, connection: { state: 'connected' } }) });
    expect(line.trouble.value).toBeNull();
  });

  test('does not complain that a call is up: that is asked about', async () => {
    const line = createLine(lineClient(refusing('call-is-up')).client);
    const result = await line.ask({ name: 'disconnect', evenDuringCall: false }, places.connection);
    expect(result).toMatchObject({ done: false, refusal: 'call-is-up' });
    expect(line.trouble.value).toBeNull();
  });

  test('repeats RingCentral’s own words for a refusal', async () => {
    const line = createLine(lineClient(() => Promise.resolve({ done: false, refusal: 'ringcentral-refused', detail: '486 Busy Here' })).client);
    await line.ask({ name: 'transfer', callId: 'a1b2', number: '103' }, 'a1b2');
    expect(line.trouble.value).toEqual({ place: 'a1b2', text: 'RingCentral refused this: 486 Busy Here' });
  });

  test('says whose move it is where RingCentral lets no phone in', async () => {
    const { client, show } = lineClient(() => Promise.resolve({ done: false, refusal: 'ringcentral-refused', detail: 'no-digital-line' }));
    const line = createLine(client);
    show({ reach: 'here', state: quietLine({ connection: { state: 'connected-no-calls', cause: 'no-digital-line' } }) });
    await line.ask({ name: 'dial', number: '101', person: null }, places.dial);
    expect(line.trouble.value?.text).toBe(noCallsCauses['no-digital-line']);
  });

  test('turns a line that throws into a refusal', async () => {
    const line = createLine(lineClient(() => Promise.reject(new Error('port closed'))).client);
    await expect(line.ask({ name: 'retry-dial' }, places.dial)).resolves.toMatchObject({ done: false, refusal: 'failed' });
    expect(line.trouble.value?.text).toContain('reload the page');
  });

  test('notices that sound waits for a click, though the state is the same', () => {
    const { client, silence } = lineClient(() => Promise.resolve(done));
    const line = createLine(client);
    silence();
    expect(line.soundBlocked.value).toBe(true);
  });
});
