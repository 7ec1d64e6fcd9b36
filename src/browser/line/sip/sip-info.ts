/** What sip-provision gives a phone to register with; a secret. */
export interface SipInfo {
  authorizationId: string;
  username: string;
  password: string;
  domain: string;
  /** host:port */
  outboundProxy: string;
  outboundProxyBackup: string;
  /** host:port, without scheme. */
  stunServers: string[];
}
