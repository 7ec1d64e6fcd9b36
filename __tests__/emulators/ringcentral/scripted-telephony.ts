import type { CallControl, CallView, Directory, Party, SipCredential, Telephony, TelephonySessionEvent } from '../../../emulators/ringcentral/telephony/contract.ts';
import { CallRefusal, SimulatorError } from '../../../emulators/ringcentral/telephony/contract.ts';

/** A switch without sound: it rings, answers and ends calls at a word, and says so in events. The platform's tests need no more. */
export interface ScriptedTelephony extends Telephony {
  credentials: SipCredential[];
  sipSockets: number;
  happened: string[];
  emit(event: TelephonySessionEvent): void;
}

export function createScriptedTelephony({ directory }: { directory: Directory }): ScriptedTelephony {
  const listeners = new Set<(event: TelephonySessionEvent) => void>();
  const watchers = new Set<() => void>();
  const calls = new Map<string, CallView>();
  const credentials: SipCredential[] = [];
  const happened: string[] = [];

  function find(id: string): CallView {
    const call = calls.get(id);
    if (!call) throw new SimulatorError('There is no such call.');
    return call;
  }
  let sequence = 1;
  function say(call: CallView, party: Party): void {
    sequence += 1;
    for (const listener of listeners) {
      listener({
        accountId: directory.extensions()[0]?.accountId ?? '', telephonySessionId: call.telephonySessionId, sessionId: call.sessionId,
        serverId: '10.13.0.1.TAM', sequence, eventTime: Date.now(), party: { ...party },
      });
    }
  }
  function move(call: CallView, code: Party['code']): CallView {
    for (const party of call.parties) {
      party.code = code;
      say(call, party);
    }
    for (const watcher of watchers) watcher();
    return call;
  }

  const telephony: ScriptedTelephony = {
    credentials, happened, sipSockets: 0,
    emit: (event) => { for (const listener of listeners) listener(event); },
    acceptCredential: (credential) => { credentials.push(credential); },
    registrations: () => [],
    phonesElsewhere: { set: (_extensionId, phones) => void happened.push(`elsewhere ${phones}`), of: () => 0 },
    async ringIn({ from, toExtensionId }) {
      const extension = directory.byExtensionId(toExtensionId);
      if (!extension) throw new SimulatorError('There is no such extension.');
      const number = calls.size + 1;
      const to = { phoneNumber: extension.phoneNumbers[0] ?? directory.mainNumber, extensionId: extension.extensionId, name: extension.name };
      const party = (id: number, owner: { extensionId?: string }): Party => ({
        id: `p-a0f1z${number}-${id}`, direction: 'Inbound', ...owner, from, to, code: 'Setup', missedCall: false, muted: false,
      });
      const call: CallView = {
        telephonySessionId: `s-a0f1z${number}`, sessionId: `48200${number}`, startedAt: Date.now(), answeredAt: null, endedAt: null, direction: 'Inbound', from, to,
        parties: [party(1, {}), party(2, { extensionId: extension.extensionId })],
        farEnd: { state: 'ringing', canAnswer: false, canHangUp: true }, media: null,
      };
      calls.set(call.telephonySessionId, call);
      return move(call, 'Proceeding');
    },
    async farEndAnswers(id) {
      return move(find(id), 'Answered');
    },
    async farEndHangsUp(id) {
      const call = find(id);
      call.endedAt = Date.now();
      return move(call, 'Disconnected');
    },
    setBehaviour: (number, behaviour) => { happened.push(`${number} ${behaviour}`); },
    calls: () => [...calls.values()],
    call: (id) => calls.get(id),
    speak: (_, toneHz) => { happened.push(`speaks ${toneHz} Hz`); },
    resetMediaStatistics: () => undefined,
    farEndReplies: (_, answer) => { happened.push(`replies ${answer}`); },
    callControl: new Proxy({} as CallControl, { get: (_, verb) => () => { throw new CallRefusal('not emulated', `A scripted switch has no ${String(verb)}.`); } }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onCallsChanged(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    network: {
      dropSip: (id) => { happened.push(`SIP of ${id ?? 'all'} dropped`); },
      restoreSip: (id) => { happened.push(`SIP of ${id ?? 'all'} restored`); },
      silenceSip: (id) => { happened.push(`SIP of ${id ?? 'all'} silent`); },
      loseNext: (method, times) => { happened.push(`${times} ${method} lost`); },
      answerLate: (milliseconds, times) => { happened.push(`${times} answers ${milliseconds} ms late`); },
      detourMedia: (on) => { happened.push(`sound ${on ? 'goes round' : 'goes straight'}`); },
      loseMedia: (percent) => { happened.push(`${percent} % of the sound lost`); },
      blockMedia: () => { happened.push('sound blocked'); },
      answerNext: (method, status, times) => { happened.push(`${method} ${status} ${times}`); },
    },
    acceptSocket(socket) {
      telephony.sipSockets += 1;
      socket.close();
    },
    close: async () => undefined,
  };
  return telephony;
}
