import log = require('N/log');
import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { parameters } from '../netsuite/ids.ts';
import { indexPerson, peopleToIndex, type Job } from '../people/rebuild-index.ts';

/** Days looked back where the parameter is empty. */
const defaultDays = 3;

/** Fills the phone index at first and heals it every night; one person per map call. */
export function getInputData(): Record<string, Job> {
  const asked = runtime.getCurrentScript().getParameter({ name: parameters.indexDays });
  return peopleToIndex(asked === null || asked === '' ? defaultDays : Number(asked), new Date());
}

export function map({ value }: EntryPoints.MapReduce.mapContext): void {
  indexPerson(JSON.parse(value) as Job);
}

export function summarize({ mapSummary }: EntryPoints.MapReduce.summarizeContext): void {
  let failed = 0;
  mapSummary.errors.iterator().each(() => (failed += 1) > 0);
  if (failed > 0) log.error({ title: 'People whose phone index entries could not be written', details: String(failed) });
}
