/** Stands in for Node's events in the SDK, which extends it and tells what it does: nobody listens. */
export class EventEmitter {
  on(): this {
    return this;
  }
}
