/** Requests to be answered wrongly, without running anything. */
export interface FaultOrder {
  /** Script id of the Suitelet or RESTlet, or a path such as /core/media/media.nl. */
  script?: string;
  path?: string;
  /** Next requests it concerns; default 1. */
  times?: number;
  /** An error page or an error body with this status, a code as a RESTlet gives it, or the sign-in page as after the session's end. */
  answer: { kind: 'status'; status: number; body?: string; contentType?: string } | { kind: 'code'; code: string; status?: number } | { kind: 'sign-in' } | { kind: 'cut' };
}

export interface Faults {
  add(order: FaultOrder): void;
  /** The answer that this request must get, taken off its count; null for the right one. */
  take(path: string, script: string | null): FaultOrder['answer'] | null;
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
