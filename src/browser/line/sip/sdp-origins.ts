const originLine = /^o=(\S+ \d+) (\d+)/m;

/**
 * The o= line of each dialog. A call that moves to another window gets another peer connection with a session id of its
 * own; towards RingCentral it stays one session whose version counts up (RFC 3264, section 8).
 */
export function createSdpOrigins() {
  const origins = new Map<string, { session: string; version: number; last: string }>();
  return {
    /** The description as it is to be sent; the same one again (after a challenge) stays the same. */
    stamp(callId: string, sdp: string): string {
      const [, session, version] = originLine.exec(sdp) ?? [];
      if (session === undefined) return sdp;
      const origin = origins.get(callId);
      if (!origin) {
        origins.set(callId, { session, version: Number(version), last: sdp });
        return sdp;
      }
      if (origin.last !== sdp) origin.version += 1;
      origin.last = sdp;
      return sdp.replace(originLine, `o=${origin.session} ${origin.version}`);
    },
    /** As the last description named it. */
    of(callId: string): { session: string; version: number } | null {
      const origin = origins.get(callId);
      return origin ? { session: origin.session, version: origin.version } : null;
    },
    /** Goes on where another phone left off. */
    resume: (callId: string, { session, version }: { session: string; version: number }): void => void origins.set(callId, { session, version, last: '' }),
    forget: (callId: string): void => void origins.delete(callId),
  };
}
