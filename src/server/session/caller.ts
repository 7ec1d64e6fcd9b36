import runtime = require('N/runtime');
import type { Caller } from '../calls/log-call.ts';
import { mayEditSettings } from './rights.ts';

/** Whoever runs this script; the platform is asked about settings at most once. */
export function currentCaller(): Caller {
  let answer: boolean | null = null;
  return { id: runtime.getCurrentUser().id, mayEditSettings: () => (answer ??= mayEditSettings()) };
}
