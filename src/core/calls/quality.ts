/** How a call sounds, as far as the network decides it. null: the browser does not report it. */
export interface CallQuality {
  /** Mean opinion score, 1 to 4.5, two digits. */
  mos: number;
  jitterMs: number;
  lossPercent: number;
  roundTripMs: number | null;
  /** Whole seconds of talk it was read over. */
  seconds: number;
}

/** ITU-T G.109 calls R ≥ 80 high, 60 to 80 medium and low, below 60 poor. */
export type QualityGrade = 'good' | 'fair' | 'poor';

/** The quality of a call that is up, as windows show it. */
export interface ShownQuality extends CallQuality {
  grade: QualityGrade;
  /** Poor for so long that it is worth doing something about it. */
  lasting: boolean;
}
