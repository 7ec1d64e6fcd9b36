import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createEmulator, EmulatorFailure, type Emulator } from '../netsuite/emulator.ts';
import { createSimulator, type Simulator } from '../ringcentral/simulator.ts';
import { createTelephony } from '../ringcentral/telephony/telephony.ts';
import { addresses } from './addresses.ts';
import { openCompanyCard } from './company-card.ts';
import { companyName, netsuiteAccount } from './netsuite-account.ts';
import { askNetSuite } from './questions.ts';
import { demoClientId, ringcentralAccount } from './ringcentral-account.ts';
import { seedCompany } from './seed-company.ts';

/** Why the demo cannot run, in one sentence for the person who started it. */
export class DemoError extends Error {}

export interface DemoOptions {
  /** The SDF project, already built. */
  projectFolder: string;
  /** Where both stand-ins keep their data; seeded when there is none. */
  dataFolder: string;
  /** 0 takes a free port. */
  netsuitePort: number;
  ringcentralPort: number;
  sipPort?: number;
  companyCard: 'filled-in' | 'empty';
  /** Delays of the line in milliseconds; null leaves production's. */
  timings?: Record<string, number | undefined> | null;
  say?: (line: string) => void;
}

/** Both stand-ins, open and seeded. */
export interface Demo {
  netsuite: Emulator;
  ringcentral: Simulator;
  /** Paths inside NetSuite. */
  addresses: typeof addresses;
  companyName: string;
  accountId: string;
  clientId: string;
  fillInCompanyCard(): Promise<void>;
  /** As before any administrator came. */
  emptyCompanyCard(): Promise<void>;
  employeeId(email: string): number;
  close(): Promise<void>;
}

/** A dead phone frees its slot quickly, so that one person may try many browsers in a minute. */
const contactSlotMs = 2_000;

async function netsuiteOf({ projectFolder, dataFolder, netsuitePort, timings }: DemoOptions): Promise<Emulator> {
  const preferences: Record<string, string> = timings ? { custscript_rcns_timings: JSON.stringify(timings), custscript_rcns_rec_timings: JSON.stringify(timings), custscript_rcns_por_timings: JSON.stringify(timings) } : {};
  return createEmulator({
    projectFolder,
    dataFile: path.join(dataFolder, 'netsuite.sqlite'),
    port: netsuitePort,
    account: { ...netsuiteAccount, preferences },
    hostMap: { 'ringcentral.localhost': '127.0.0.1' },
  });
}

async function ringcentralOf({ dataFolder, ringcentralPort, sipPort }: DemoOptions, redirectUri: string): Promise<Simulator> {
  try {
    return await createSimulator({
      port: ringcentralPort,
      ...(sipPort === undefined ? {} : { sipPort }),
      dataFile: path.join(dataFolder, 'ringcentral.sqlite'),
      account: ringcentralAccount([redirectUri]),
      telephony: ({ directory }) => createTelephony({ directory, timings: { contactSlotMs } }),
    });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw failure;
    throw new DemoError(`Port ${sipPort ?? ringcentralPort} is already in use; stop the other program, or set RINGCENTRAL_PORT.`);
  }
}

const idsOfPeople = async (netsuite: Emulator): Promise<Map<string, number>> => {
  const rows = await askNetSuite(netsuite, 'SELECT id, email FROM employee');
  return new Map(rows.map(({ id, email }) => [String(email), Number(id)]));
};

async function open(options: DemoOptions, seeds: boolean): Promise<Demo> {
  const netsuite = await netsuiteOf(options);
  try {
    const ids = await idsOfPeople(netsuite);
    const employeeId = (email: string): number => {
      const id = ids.get(email);
      if (id === undefined) throw new DemoError('A person of the demo is missing in NetSuite: run "npm run reset".');
      return id;
    };
    if (seeds) await seedCompany(netsuite, employeeId, options.say ?? (() => undefined));
    const card = await openCompanyCard(netsuite.url);
    const ringcentral = await ringcentralOf(options, await card.redirectUri());
    const fillInCompanyCard = (): Promise<void> => card.save({ clientId: demoClientId, server: ringcentral.url, redirectUri: '' });
    const demo: Demo = {
      netsuite, ringcentral, addresses, companyName, employeeId, fillInCompanyCard,
      accountId: netsuiteAccount.accountId,
      clientId: demoClientId,
      async emptyCompanyCard() {
        await netsuite.control.run(`define(['N/query', 'N/record'], function (query, record) {
          return { run: function () {
            query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_settings' }).asMappedResults().forEach(function (row) { record.delete({ type: 'customrecord_rcns_settings', id: row.id }); });
          } };
        });`);
      },
      async close() {
        await ringcentral.close();
        await netsuite.close();
      },
    };
    if (options.companyCard === 'filled-in') await fillInCompanyCard();
    return demo;
  } catch (failure) {
    await netsuite.close();
    throw failure;
  }
}

/** Makes the data of a new demo, whole or not at all: a seeding that was interrupted leaves nothing behind that looks finished. */
export async function seedDemo(options: Pick<DemoOptions, 'projectFolder' | 'dataFolder' | 'say'>): Promise<void> {
  const making = `${options.dataFolder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const demo = await open({ ...options, dataFolder: making, netsuitePort: 0, ringcentralPort: 0, companyCard: 'empty' }, true);
  await demo.close();
  renameSync(making, options.dataFolder);
}

/** Opens both stand-ins over a data folder; seeds it first when it is new. Rejects with DemoError: one sentence for the person who started it. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  try {
    if (!existsSync(options.dataFolder)) await seedDemo(options);
    return await open(options, false);
  } catch (failure) {
    if (!(failure instanceof EmulatorFailure)) throw failure;
    const remedy = failure.code === 'DATA_FILE_UNUSABLE' ? ' "npm run reset" starts anew.' : failure.code === 'PORT_IN_USE' ? ' NETSUITE_PORT chooses it.' : '';
    throw new DemoError(`${failure.message}${remedy}`);
  }
}
