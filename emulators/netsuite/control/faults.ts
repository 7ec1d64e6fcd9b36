/** Requests to be answered wrongly. */
export interface FaultOrder {
  /** Script id of the Suitelet or RESTlet, or a path such as /core/media/media.nl. */
  script?: string;
  path?: string;
  /** Next requests it concerns; default 1. */
  times?: number;
  answer: WrongAnswer;
}

export type WrongAnswer =
  /** This status, with an error page unless told otherwise; nothing runs. */
  | { kind: 'status'; status: number; body?: string; contentType?: string }
  /** An error body as a RESTlet gives it; nothing runs. */
  | { kind: 'code'; code: string; status?: number }
  /** The way to the sign-in page, as after the session's end; nothing runs. */
  | { kind: 'sign-in' }
  /** The connection breaks before anything runs. */
  | { kind: 'cut' }
  /** Everything runs, and the connection breaks instead of an answer. */
  | { kind: 'lose-answer' }
  /** Everything runs, that much later. */
  | { kind: 'delay'; ms: number };

export interface Faults {
  add(order: FaultOrder): void;
  /** The answer that this request must get, taken off its count; null for the right one. */
  take(path: string, script: string | null): WrongAnswer | null;
  clear(): void;
}

export function createFaults(): Faults {
  let orders: { order: FaultOrder; left: number }[] = [];
  return {
    add(order) { orders.push({ order, left: order.times ?? 1 }); },
    take(path, script) {
      const found = orders.find(({ order }) => (order.script === undefined || order.script === script) && (order.path === undefined || order.path === path));
      if (!found) return null;
      found.left -= 1;
      if (found.left <= 0) orders = orders.filter((each) => each !== found);
      return found.order.answer;
    },
    clear() { orders = []; },
  };
}
