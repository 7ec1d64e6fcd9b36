import type { IndexCard, IndexRun } from '../../../wire/people/phone-index.ts';
import { moment } from '../moment.ts';
import { counted } from './sync.ts';

/** How far a rebuild is, in a line; '' where there is nothing to say. */
export function runWords(run: IndexRun): string {
  if (run.is === 'waiting') return 'Waiting for one of NetSuite’s processors.';
  if (run.is !== 'running') return '';
  if (run.stage === 'GET_INPUT') return 'Reading everybody with a phone number.';
  return run.stage === 'MAP' ? `Indexing people, ${Math.floor(run.percent ?? 0)} %` : 'Finishing.';
}

/** What is wrong with the index, and what to do about it; null: nothing. */
export function indexTrouble({ numbers, built, run }: IndexCard): string | null {
  if (run.is === 'failed') return 'The last rebuild ended before it had filled the index. Rebuild again; if it fails again, look into the execution log of the script RingCentral Phone Index Build.';
  if (run.is === 'untold') return 'NetSuite does not say how the last rebuild stands. Look under Customization > Scripting > Map/Reduce Script Status, or rebuild again.';
  if (run.is !== 'none') return null;
  if (built === null) return numbers === 0 ? 'The index was never built: callers are not recognised until it is.' : 'The index was never built as a whole: only people saved since the installation are recognised. Rebuild it, or wait for tonight’s run.';
  return built.failed > 0 ? `The numbers of ${built.failed === 1 ? '1 person' : `${built.failed.toLocaleString('en-US')} people`} could not be written. Rebuild again; if it lasts, look into the execution log of the script RingCentral Phone Index Build.` : null;
}

export const builtWords = ({ numbers, built }: Pick<IndexCard, 'numbers' | 'built'>): string => `${counted(numbers, 'number')}, ${built === null ? 'never built' : `last built ${moment(built.at)}`}.`;
