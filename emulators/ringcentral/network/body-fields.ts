import { SimulatorError } from '../telephony/contract.ts';

/** A JSON body, already known to be an object. */
export type Body = Record<string, unknown>;

export const bad = (name: string): SimulatorError => new SimulatorError(`The field "${name}" is missing or not usable.`);
export function text(body: Body, name: string, longest = 200): string {
  const value = body[name];
  if (typeof value !== 'string' || value.length === 0 || value.length > longest) throw bad(name);
  return value;
}
export const textOrNone = (body: Body, name: string): string | undefined => (body[name] === undefined || body[name] === '' ? undefined : text(body, name));
export function number(body: Body, name: string): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw bad(name);
  return value;
}
export function flag(body: Body, name: string): boolean {
  const value = body[name];
  if (typeof value !== 'boolean') throw bad(name);
  return value;
}
export function oneOf<T extends string | number>(body: Body, name: string, values: readonly T[]): T {
  const value = values.find((candidate) => candidate === body[name]);
  if (value === undefined) throw bad(name);
  return value;
}
