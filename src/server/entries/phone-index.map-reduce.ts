import log = require('N/log');
import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { parameters } from '../netsuite/ids.ts';
import { forgetMarks, indexPerson, peopleToIndex, personName, type Job } from '../people/rebuild-index.ts';

/** Days looked back where the parameter is empty. */
const defaultDays = 3;

/** Fills the phone index at first and heals it every night. */
export function getInputData(): Record<string, Job> {
  const asked = runtime.getCurrentScript().getParameter({ name: parameters.indexDays });
  const days = asked === null || asked === '' ? defaultDays : Number(asked);
  return Object.fromEntries(peopleToIndex(days, new Date()).map((job) => [personName(job), job]));
}

export function map({ value }: EntryPoints.MapReduce.mapContext): void {
  indexPerson(JSON.parse(value) as Job);
}

export function summarize({ mapSummary }: EntryPoints.MapReduce.summarizeContext): void {
  const failed = new Set<string>();
  mapSummary.errors.iterator().each((key) => {
    failed.add(key);
    return true;
  });
  if (failed.size > 0) log.error({ title: 'People whose phone index entries could not be written', details: String(failed.size) });
  forgetMarks(failed);
}
