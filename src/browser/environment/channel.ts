/** A BroadcastChannel. */
export interface Channel { post(message: unknown): void; close(): void }

export type OpenChannel = (name: string, listener: (message: unknown) => void) => Channel;

export const openBroadcastChannel: OpenChannel = (name, listener) => {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => listener(event.data);
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
};
