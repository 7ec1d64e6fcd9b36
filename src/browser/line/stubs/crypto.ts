/** Stands in for Node's crypto in the SDK, which wants it for PKCE only; the line makes verifier and challenge itself. */
export const createHash = undefined;
export const randomBytes = undefined;
