import { SuiteScriptError } from './script-error.ts';
import type { Actor, World } from './execution.ts';
import type { Caller, Job } from './job.ts';
import { storeFile } from '../installation/deploy-files.ts';
import type { Principal } from '../installation/installation.ts';
import { typeNamed } from '../records/load-record.ts';
import { mergeRecords } from '../records/merge-records.ts';
import { dashboard } from './jobs/dashboard.ts';
import { importRows } from './jobs/import-rows.ts';
import { listPage } from './jobs/list-page.ts';
import { inputData, mapPair, reduceKey, summarize } from './jobs/map-reduce.ts';
import { recordPage } from './jobs/record-page.ts';
import { recordSave } from './jobs/record-save.ts';
import { restlet } from './jobs/restlet.ts';
import { snippet } from './jobs/snippet.ts';
import { suitelet } from './jobs/suitelet.ts';

/** User id of the platform itself, for background work. */
export const systemUser = -4;

/** Does one job in this thread and answers it; see `Answers`. */
export function perform(world: World, work: Job): unknown {
  if (work.job === 'write') {
    world.store.atomic(() => {
      for (const { sql, values } of work.statements) world.store.run(sql, ...values);
    });
    return null;
  }
  if (work.job === 'upload') {
    world.store.atomic(() => {
      for (const { path, content } of work.files) storeFile(world.store, path, Buffer.from(content), '', world.now());
    });
    return null;
  }
  const actor = (context: string): Actor => ({ world, principal: principalOf(world, work.caller), context, execution: null, session: work.caller.session });
  switch (work.job) {
    case 'suitelet': return suitelet(actor('SUITELET'), work);
    case 'restlet': return restlet(actor('RESTLET'), work);
    case 'record-page': return recordPage(actor('USERINTERFACE'), work.path, work.query);
    case 'record-save': return recordSave(actor('USERINTERFACE'), work.path, work.query, work.form);
    case 'list-page': return listPage(actor('USERINTERFACE'), work.path, work.query);
    case 'dashboard': return dashboard(actor('PORTLET'));
    case 'input-data': return inputData(actor('MAPREDUCE'), work);
    case 'map': return mapPair(actor('MAPREDUCE'), work);
    case 'reduce': return reduceKey(actor('MAPREDUCE'), work);
    case 'summarize': return summarize(actor('MAPREDUCE'), work);
    case 'import': return importRows(actor(work.context), work.rows);
    case 'merge':
      mergeRecords(actor('USERINTERFACE'), typeNamed(actor('USERINTERFACE'), work.type), work.from, work.into);
      return null;
    case 'snippet': return snippet(actor(work.context), work.source);
  }
}

/** The person and role behind a caller. */
export function principalOf(world: World, caller: Caller): Principal {
  const role = world.installation.roles.find((each) => each.key === caller.role);
  if (!role) throw new SuiteScriptError('INSUFFICIENT_PERMISSION', 'The role does not exist any more.');
  if (caller.userId === systemUser) return { userId: systemUser, name: '-System-', email: 'onlineformuser@example.com', role, timeZone: world.installation.timeZone };
  const row = world.store.get('SELECT entityid, email FROM main.employee WHERE id = ?', caller.userId);
  const email = String(row?.['email'] ?? '');
  return { userId: caller.userId, name: String(row?.['entityid'] ?? ''), email, role, timeZone: world.installation.userTimeZones[email] ?? world.installation.timeZone };
}
