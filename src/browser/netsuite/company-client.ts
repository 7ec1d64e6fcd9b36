import type * as v from 'valibot';
import type { PersonType } from '../../core/people/person.ts';
import { AutoMatch, AutoMatched, EmployeesFound, Organizers } from '../../wire/organizers/organizers.ts';
import { CallCardChoice, FieldChoices } from '../../wire/people/call-card.ts';
import { IndexCard } from '../../wire/people/phone-index.ts';
import { type ReadReport, Report } from '../../wire/reports/reports.ts';
import { CompanyCard, type CompanySettings } from '../../wire/settings/company.ts';
import { type Disposition, LoggingCard } from '../../wire/settings/logging.ts';
import { type MergeDoubles, MergedDoubles, type Reconcile, ReconcileAnswer } from '../../wire/sync/reconcile.ts';
import { type BackFill, type SecretNames, SyncCard, type SyncSettings, TestAnswer } from '../../wire/sync/sync.ts';
import type { NetSuiteClient } from './client.ts';

/** What Company Admins read and change, typed. Every verb may throw NetSuiteFailure. */
export function createCompanyClient({ read, change }: Pick<NetSuiteClient, 'read' | 'change'>) {
  return {
    readCompany: () => read('read-company', {}, CompanyCard),
    saveCompany: (settings: CompanySettings) => change('save-company', { settings }, CompanyCard),
    readLogging: () => read('read-logging', {}, LoggingCard),
    saveWhatToLog: (whatToLog: LoggingCard['whatToLog']) => change('save-what-to-log', { whatToLog }, LoggingCard),
    saveDispositions: (dispositions: Disposition[]) => change('save-dispositions', { dispositions }, LoggingCard),
    savePictures: (pictures: LoggingCard['pictures']) => change('save-pictures', { pictures }, LoggingCard),

    readCallCard: () => read('read-call-card-settings', {}, CallCardChoice),
    saveCallCard: (choice: CallCardChoice) => change('save-call-card-settings', { choice }, CallCardChoice),
    callFieldChoices: (type: PersonType) => read('call-field-choices', { type }, FieldChoices),

    readIndex: () => read('read-index', {}, IndexCard),
    rebuildIndex: () => change('rebuild-index', {}, IndexCard),

    readReport: (days: v.InferOutput<typeof ReadReport>) => read('read-report', days, Report),

    readSync: () => read('read-sync', {}, SyncCard),
    saveSync: (settings: SyncSettings) => change('save-sync', { settings }, SyncCard),
    testSync: (secrets: SecretNames, texts: boolean) => change('test-sync', { secrets, texts }, TestAnswer),
    runSync: () => change('run-sync', {}, SyncCard),
    backFill: (days: v.InferOutput<typeof BackFill>) => change('back-fill', days, SyncCard),
    stopBackFill: () => change('stop-back-fill', {}, SyncCard),
    retryWaiting: () => change('retry-waiting', {}, SyncCard),
    dropWaiting: (id: number) => change('drop-waiting', { id }, SyncCard),

    reconcile: (period: Reconcile) => read('reconcile', period, ReconcileAnswer),
    mergeDoubles: (doubles: MergeDoubles) => change('merge-doubles', doubles, MergedDoubles),

    readOrganizers: (fresh: boolean) => read('read-organizers', { fresh }, Organizers),
    previewAutoMatch: () => read('preview-auto-match', {}, AutoMatch),
    autoMatch: () => change('auto-match-and-save', {}, AutoMatched),
    saveOrganizer: (extensionId: string, employee: number | null) => change('save-organizer', { extensionId, employee }, Organizers),
    saveDefaultOrganizer: (employee: number | null) => change('save-default-organizer', { employee }, Organizers),
    findEmployees: (text: string) => read('find-employees', { text }, EmployeesFound),
  };
}

export type CompanyClient = ReturnType<typeof createCompanyClient>;
