import type { Directory, Telephony, TelephonySessionEvent } from './contract.ts';
import { SimulatorError } from './contract.ts';
import { createBehaviours } from './calls/behaviours.ts';
import { createCallBoard } from './calls/call-board.ts';
import type { CallTools } from './calls/call-tools.ts';
import { createCallControl } from './calls/control/call-control.ts';
import { createConferences } from './calls/control/conference.ts';
import { createDeviceRequests } from './calls/control/device-requests.ts';
import { createOrbits } from './calls/control/park.ts';
import { createTransfers } from './calls/control/transfer.ts';
import { createInboundCall } from './calls/inbound-call.ts';
import { startCall } from './calls/start-call.ts';
import { createSoundClock } from './media/clock.ts';
import { createRoads } from './media/roads.ts';
import { createConnection } from './sip/connection.ts';
import type { Connection } from './sip/connection.ts';
import { createCredentials } from './sip/credentials.ts';
import { createFaults } from './sip/faults.ts';
import { createServerCseq } from './sip/legs.ts';
import type { Legs } from './sip/legs.ts';
import { createRegistrar } from './sip/registrar.ts';
import type { ReplacesComposition } from './sip/replaces.ts';
import { createSwitchboard } from './sip/switchboard.ts';
import { DEFAULT_TIMINGS } from './timings.ts';
import type { Timings } from './timings.ts';

/** How long close() waits for its sockets to say goodbye before it cuts them. */
const FAREWELL_MS = 200;

/**
 * The telephone switch of the simulator: SIP over WebSocket, WebRTC sound, and the people outside. It asks the directory who
 * is who, and tells what happens as telephony-session events.
 *
 * @param tools.timings short ones for tests; the rest as in DEFAULT_TIMINGS.
 * @param tools.replaces which compositions of Replaces are taken; both when absent.
 * @param tools.log one line a request, without numbers, names or secrets.
 */
export function createTelephony(tools: { directory: Directory; timings?: Partial<Timings>; replaces?: ReplacesComposition[]; log?: (line: string) => void; now?: () => number }): Telephony {
  const { directory, log = () => {}, now = Date.now } = tools;
  const timings: Timings = { ...DEFAULT_TIMINGS, ...tools.timings };
  const legs: Legs = new Map();
  const connections = new Set<Connection>();
  const eventListeners = new Set<(event: TelephonySessionEvent) => void>();
  const changeListeners = new Set<() => void>();
  const behaviours = createBehaviours();
  const clock = createSoundClock();
  const roads = createRoads();
  const board = createCallBoard();
  const faults = createFaults();
  const credentials = createCredentials({ realm: () => directory.domain });
  const registrar = createRegistrar({ directory, credentials, timings, now, isDown: faults.isDown });

  const callTools: CallTools = {
    dialogs: {
      legs,
      nextCseq: createServerCseq(),
      survivalMs: timings.dialogSurvivalMs,
      get domain() { return directory.domain; },
      findContact: (extensionId, instanceId) => registrar.reachable(extensionId).find((contact) => contact.instanceId === instanceId),
      replaces: new Set(tools.replaces ?? ['call-id', 'session-id']),
      lateAnswerMs: faults.takeLateness,
    },
    directory, registrar, clock, roads, timings, now,
    behaviourOf: behaviours.of,
    calls: board.calls,
    // What devices ask for is made of these tools in turn.
    get requests() { return requests; },
    announce(event) {
      // A call announces itself while it is being made; listeners hear of it when it is on the board.
      queueMicrotask(() => { for (const listener of eventListeners) listener(event); });
    },
    changed() { for (const listener of changeListeners) listener(); },
  };
  const orbits = createOrbits(callTools);
  const transfers = createTransfers(callTools, orbits);
  const conferences = createConferences(callTools, board);
  const requests = createDeviceRequests(callTools, { orbits, transfers });
  const receive = createSwitchboard({
    registrar, credentials, legs, faults, log,
    newCall: (call) => startCall(callTools, call, { orbits, conferences, add: board.add }),
  });

  return {
    acceptCredential: credentials.accept,
    registrations: registrar.registrations,
    phonesElsewhere: { set: registrar.elsewhere, of: registrar.registeredElsewhere },
    async ringIn({ from, toExtensionId }) {
      const callee = directory.byExtensionId(toExtensionId);
      if (!callee) throw new SimulatorError('No extension with this id.');
      const call = createInboundCall(callTools, { callee, from });
      board.add(call);
      callTools.changed();
      return call.view();
    },
    async farEndAnswers(telephonySessionId) {
      const call = board.get(telephonySessionId);
      call.farEndAnswers();
      return call.view();
    },
    async farEndHangsUp(telephonySessionId) {
      const call = board.get(telephonySessionId);
      call.farEndHangsUp();
      return call.view();
    },
    setBehaviour: behaviours.set,
    calls: board.views,
    call: (telephonySessionId) => board.find(telephonySessionId)?.view(),
    speak: (telephonySessionId, toneHz) => board.get(telephonySessionId).speak(toneHz),
    resetMediaStatistics: (telephonySessionId) => board.get(telephonySessionId).resetMediaStatistics(),
    farEndReplies: (telephonySessionId, answer) => board.get(telephonySessionId).farEndReplies(answer),
    callControl: createCallControl(callTools, { orbits, transfers, conferences }),
    onEvent(listener) {
      eventListeners.add(listener);
      return () => { eventListeners.delete(listener); };
    },
    onCallsChanged(listener) {
      changeListeners.add(listener);
      return () => { changeListeners.delete(listener); };
    },
    network: {
      dropSip(extensionId) {
        faults.drop(extensionId);
        for (const connection of connections) {
          if (faults.isDown(registrar.ownerOf(connection))) connection.cut();
        }
      },
      restoreSip: faults.restore,
      answerNext: faults.answerNext,
      silenceSip: faults.silence,
      loseNext: faults.loseNext,
      answerLate: faults.answerLate,
      detourMedia: roads.detour,
      loseMedia: roads.lose,
      blockMedia: roads.blockAll,
    },
    acceptSocket(socket) {
      const connection = createConnection(socket, {
        receive,
        loses: (message, way, from) => faults.isSilent(registrar.ownerOf(from)) || (way === 'out' && message.kind === 'request' && faults.loses(message.method)),
      });
      if (faults.isDown()) { connection.cut(); return; }
      connections.add(connection);
      connection.onClose(() => { connections.delete(connection); });
    },
    async close() {
      eventListeners.clear();
      changeListeners.clear();
      board.close();
      orbits.close();
      clock.close();
      await Promise.all([...connections].map((connection) => connection.leave(FAREWELL_MS)));
    },
  };
}
