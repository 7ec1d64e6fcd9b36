import type { QualityGrade } from '../../../core/calls/quality.ts';

export const qualityWords: Record<QualityGrade, string> = { good: 'Good', fair: 'Fair', poor: 'Poor' };
export const poorQualityAdvice = 'The connection is poor. Come closer to the Wi-Fi or use a cable, and end large downloads or video on this network.';
export const restoringAudio = 'Restoring audio…';
