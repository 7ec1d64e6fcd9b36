/** Stands in for Node's events in the SDK, which extends it, tells what it does and listens once in a while; the whole of it is four times the size of what is used. */
type Listener = (...told: unknown[]) => void;

export class EventEmitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  emit(event: string, ...told: unknown[]): boolean {
    const listeners = this.#listeners.get(event) ?? [];
    listeners.forEach((listener) => listener.apply(this, told));
    return listeners.length > 0;
  }
}
