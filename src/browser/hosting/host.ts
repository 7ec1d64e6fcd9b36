import type { ToLine } from '../../wire/line/messages.ts';
import { lineName, type LineOffer } from '../../wire/line/whereabouts.ts';
import type { Boot } from '../../wire/session/boot.ts';
import type { OpenChannel } from '../environment/channel.ts';
import type { Clock } from '../environment/clock.ts';
import type { Locks } from '../environment/locks.ts';
import type { HostedLine, IncomingPort, LineEvents } from './hosted-line.ts';
import { createSeat, type Seat } from './seat.ts';

type Hello = Extract<ToLine, { kind: 'hello' }>;
interface Guest {
  port: IncomingPort;
  hello: Hello | null;
  /** Said after the hello, before there was a line to hear it. */
  early: ToLine[];
  /** The line's ear, once this guest is the line's. */
  deliver: ((message: ToLine) => void) | null;
}

export interface HostTools {
  environment: { clock: Clock; locks: Pick<Locks, 'claim'>; openChannel: OpenChannel };
  offer: Omit<LineOffer, 'madeAt'>;
  open(boot: Boot, events: LineEvents): Promise<HostedLine>;
  /** The line's script is not to be had. */
  onFailed(): void;
}

/**
 * Where windows ask for the line: a SharedWorker, or a window that may be elected. Keeps the one line of the user here
 * while it holds the seat, and sends windows on to wherever it is otherwise. Knows nothing of calls.
 */
export function createHost({ environment, offer, open, onFailed }: HostTools) {
  const guests = new Set<Guest>();
  let seat: Seat | null = null;
  let madeAt = 0;
  let line: HostedLine | null = null;
  /** Holding the seat; the line is opened by the first guest. */
  let here = false;
  let opening = false;
  let wantedBy: LineOffer | null = null;
  let leaving = false;

  const me = (): LineOffer => ({ ...offer, madeAt });

  function bring(guest: Guest, to: HostedLine): void {
    if (!guest.hello) return;
    if (!guest.deliver) {
      to.connect({ post: guest.port.post, onMessage: (listener) => (guest.deliver = listener), close: () => { guests.delete(guest); guest.port.close(); } });
    }
    for (const message of [guest.hello, ...guest.early.splice(0)]) guest.deliver?.(message);
  }

  async function openFor(boot: Boot): Promise<void> {
    if (opening || line) return;
    opening = true;
    try {
      const opened = await open(boot, { onChange: handOverIfFree, onReplaced: replaced });
      if (here) line = opened;
      else opened.sever();
    } catch {
      here = false;
      seat?.leave();
      onFailed();
    }
    opening = false;
    if (line) for (const guest of guests) bring(guest, line);
  }

  /** Windows that speak the other line's language go there; others wait here until this one has its turn. */
  function send(to: LineOffer): void {
    for (const guest of guests) {
      guest.deliver = null;
      guest.early = [];
      guest.port.post({ kind: 'moved', to });
      if (to.protocol === offer.protocol) guests.delete(guest);
    }
  }

  function end(): HostedLine | null {
    const old = line;
    line = null;
    here = false;
    wantedBy = null;
    return old;
  }

  /** The windows that are here are told; one that comes later begins anew. */
  function replaced(): void {
    for (const guest of guests) guest.port.post({ kind: 'replaced' });
    guests.clear();
    const leave = (): void => seat?.leave();
    (end()?.leave() ?? Promise.resolve()).then(leave, leave);
  }

  /** True: it leaves, now or in a moment. */
  function handOverIfFree(): boolean {
    if (!wantedBy || !here || opening || leaving) return leaving;
    const next = wantedBy;
    if (line?.isBusy()) {
      // Nobody here would hear the call any more, and the newer page cannot join: it goes on with it instead.
      if (!line.isAlone() || next.protocol === offer.protocol) return false;
      end()?.sever();
      seat?.leave();
      return true;
    }
    leaving = true;
    const left = (): void => {
      leaving = false;
      seat?.leave();
      send(next);
    };
    (end()?.leave() ?? Promise.resolve()).then(left, left);
    return true;
  }

  function take(account: string, user: number): Seat {
    return createSeat({
      ...environment,
      name: lineName(account, user),
      me,
      onHeld() {
        here = true;
        const first = [...guests].find(({ hello }) => hello !== null)?.hello;
        if (first) void openFor(first.boot);
      },
      onElsewhere: send,
      onWanted(by) {
        wantedBy = by;
        if (line?.isBusy()) line.newerWaits();
        return handOverIfFree();
      },
      onRobbed: () => end()?.sever(),
    });
  }

  function greet(guest: Guest, hello: Hello): void {
    if (hello.protocol !== offer.protocol) {
      // An old page whose script's address has another version's script behind it by now.
      guest.port.post({ kind: 'moved', to: me() });
      return;
    }
    guests.add(guest);
    guest.hello = hello;
    madeAt = Math.max(madeAt, hello.madeAt);
    seat ??= take(hello.boot.account, hello.boot.user.id);
    if (line) bring(guest, line);
    else if (here) void openFor(hello.boot);
    else if (!leaving) seat.ask();
  }

  return {
    connect(port: IncomingPort): void {
      const guest: Guest = { port, hello: null, early: [], deliver: null };
      port.onMessage((message) => {
        if (message.kind === 'hello') greet(guest, message);
        else if (guest.deliver) guest.deliver(message);
        else guest.early.push(message);
      });
    },
    /** Ends at once; what is up may go on elsewhere. */
    close(): void {
      end()?.sever();
      guests.clear();
      seat?.close();
    },
  };
}

export type Host = ReturnType<typeof createHost>;
