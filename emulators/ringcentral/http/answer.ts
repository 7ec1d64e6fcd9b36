/** What a handler gives back; the server writes it to whichever wire the request came by. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** undefined: an empty body. */
  body?: string | Uint8Array;
}

/** JSON, as every REST answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json;charset=utf-8', ...headers }, body: JSON.stringify(body) };
}

/** A page with the headers that keep it out of frames and free of foreign script. `formAction` of CSP is left open: it would also stop the redirect back to the application. */
export function page(html: string, headers: Record<string, string> = {}, status = 200): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html;charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      ...headers,
    },
    body: html,
  };
}

export function redirect(location: string, headers: Record<string, string> = {}): Answer {
  return { status: 302, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...headers } };
}
