import type { Figure } from './figure.ts';

export interface BenchOptions {
  /** How long the patient ones look; null: as long as the figures ask. */
  minutes: number | null;
  /** Page loads in one call. */
  navigations: number;
  /** Calls of those walks that make many; null: as many as the figures ask. */
  calls: number | null;
  /** Of what is random. */
  seed: number;
}

/** One walk that gives its figures; it is walked when one of them is wanted. */
export interface Bench { ids: string[]; measure(options: BenchOptions, wanted: (id: string) => boolean): Promise<Figure[]> }
