/**
 * A number as people read it. North American numbers get their usual groups; any other stays as RingCentral wrote it,
 * because grouping differs by country and the tables for it are too large for a record page.
 */
export function readableNumber(number: string): string {
  const [, prefix, area, exchange, line] = /^(\+1)?([2-9]\d{2})([2-9]\d{2})(\d{4})$/.exec(number) ?? [];
  return area ? `${prefix ? `${prefix} ` : ''}(${area}) ${exchange}-${line}` : number;
}
