import log = require('N/log');
import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { reportedErrorName } from '../netsuite/error-name.ts';
import { parameters } from '../netsuite/ids.ts';
import { loadIndexState, rememberBuilt } from '../people/index-state.ts';
import { indexPerson, peopleToIndex, type Job } from '../people/rebuild-index.ts';

/** Days looked back where the parameter is empty. */
const defaultDays = 3;

/** Fills the phone index at first and heals it every night; one person per map call. Until a run has ended once, everybody is read. */
export function getInputData(): Record<string, Job> {
  const asked = runtime.getCurrentScript().getParameter({ name: parameters.indexDays });
  const days = asked === null || asked === '' ? defaultDays : Number(asked);
  return peopleToIndex(loadIndexState().built === null ? 0 : days, new Date());
}

export function map({ value }: EntryPoints.MapReduce.mapContext): void {
  indexPerson(JSON.parse(value) as Job);
}

export function summarize({ inputSummary, mapSummary }: EntryPoints.MapReduce.summarizeContext): void {
  if (inputSummary.error) return log.error({ title: 'Nobody could be read for the phone index', details: reportedErrorName(inputSummary.error) });
  let failed = 0;
  mapSummary.errors.iterator().each(() => (failed += 1) > 0);
  if (failed > 0) log.error({ title: 'People whose phone index entries could not be written', details: String(failed) });
  rememberBuilt(failed, Date.now());
}
