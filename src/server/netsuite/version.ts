declare const __RCNS_VERSION__: string;

/** Hash of the bundle's source; the build puts it in. */
export const version = __RCNS_VERSION__;
