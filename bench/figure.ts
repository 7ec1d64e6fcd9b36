/** One measured figure. Times are medians; counts and sizes are exact. */
export interface Figure { id: string; what: string; value: number; unit: string }

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));
