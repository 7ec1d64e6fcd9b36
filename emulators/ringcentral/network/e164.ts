import { SimulatorError } from '../telephony/contract.ts';

/** A number as people type it, to E.164: it must start with + or 00; ten digits alone are taken as North American. */
export function e164(typed: string): string {
  const cleaned = typed.trim().replace(/\(0\)/g, '').replace(/[\s().\-/]/g, '').replace(/^00/, '+');
  const number = /^[2-9]\d{9}$/.test(cleaned) ? `+1${cleaned}` : cleaned;
  if (!/^\+[1-9]\d{5,14}$/.test(number)) throw new SimulatorError('That is not a complete phone number; start with + and the country code.');
  return number;
}
