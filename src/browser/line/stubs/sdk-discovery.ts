/** Stands in for the part of the SDK that looks up its servers' addresses, which is switched off: the company card names the server. */
export default class Discovery {
  constructor() {
    throw new Error('The SDK’s discovery is not bundled.');
  }
}
