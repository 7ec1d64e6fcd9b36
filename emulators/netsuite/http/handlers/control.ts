import { failureOf } from '../../executions/script-error.ts';
import { EmulatorFailure } from '../../failure.ts';
import type { Control } from '../../control/control.ts';
import type { Exchange } from '../exchange.ts';
import type { Handler } from '../site.ts';

const root = '/emulator/control/';

type Input = Record<string, unknown>;

/** Each verb of the control API over HTTP: POST /emulator/control/<verb> with a JSON object, answered with JSON. */
const verbs: Record<string, (control: Control, input: Input) => unknown> = {
  'hold': (control, input) => ({ holdId: control.hold(input as never) }),
  'wait-held': async (control, input) => {
    await control.waitHeld(String(input['holdId']), Number(input['count'] ?? 1));
    return {};
  },
  'release': (control, input) => {
    control.release(String(input['holdId']));
    return {};
  },
  'fault': (control, input) => {
    control.fault(input as never);
    return {};
  },
  'clear-faults': (control) => {
    control.clearFaults();
    return {};
  },
  'end-sessions': (control) => {
    control.endSessions();
    return {};
  },
  'executions': (control) => control.executions(),
  'logs': (control) => control.logs(),
  'clear-journal': (control) => {
    control.clearJournal();
    return {};
  },
  'import': (control, input) => control.import(input['rows'] as never, input['options'] as never),
  'merge': async (control, input) => {
    await control.merge(String(input['type']), Number(input['from']), Number(input['into']));
    return {};
  },
  'upload': async (control, input) => {
    await control.upload(input['files'] as never);
    return {};
  },
  'run-task': (control, input) => control.runTask(input as never),
  'run-scheduled': (control, input) => control.runScheduled(input['scriptId'] === undefined ? undefined : String(input['scriptId'])),
  'tasks-ended': async (control) => {
    await control.tasksEnded();
    return {};
  },
  'kill': (control, input) => {
    control.kill(input as never);
    return {};
  },
  'run': (control, input) => control.run(String(input['source']), input['options'] as never),
};

/** The control API, for this machine only: no page of another origin can reach it. */
export const control: Handler = async (site, exchange) => {
  if (!exchange.path.startsWith(root)) return false;
  const refusal = refusalOf(exchange);
  const verb = verbs[exchange.path.slice(root.length)];
  if (refusal !== null) exchange.json({ error: { code: 'CONTROL_REFUSED', message: refusal } }, 403);
  else if (!verb) exchange.json({ error: { code: 'CONTROL_REFUSED', message: 'There is no such verb.' } }, 404);
  else {
    try {
      exchange.json(await verb(site.control, JSON.parse((await exchange.body()) || '{}') as Input));
    } catch (error) {
      const code = error instanceof EmulatorFailure ? error.code : failureOf(error).code;
      exchange.json({ error: { code, message: failureOf(error).message } }, 400);
    }
  }
  return true;
};

function refusalOf(exchange: Exchange): string | null {
  const { method, headers, request } = exchange;
  if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')) return 'The control API answers this machine only.';
  if (method !== 'POST' || !(headers['content-type'] ?? '').startsWith('application/json')) return 'The control API takes POST with application/json.';
  if (headers['origin'] !== undefined && headers['origin'] !== `http://${headers['host'] ?? ''}`) return 'The control API does not answer other origins.';
  return null;
}
