/** Hash of the bundle's source; the build puts it in. */
declare const __RCNS_VERSION__: string;
