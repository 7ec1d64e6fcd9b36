import { DatabaseSync } from 'node:sqlite';
import { numbersIn } from '../src/core/numbers/numbers-in.ts';
import { spellings } from '../__tests__/core/numbers/spellings.ts';
import { callLog, openHarbor, signIn, type Harbor, type Visitor } from '../__tests__/emulators/product/harbor.ts';
import type { Bench } from './bench.ts';
import { median, rounded, type Figure } from './figure.ts';

const few = 10_000;
const many = 1_000_000;
/** Matches timed at each size, after some that are not. */
const rounds = 40;
const warmUp = 40;
/** Rows written at once. */
const portion = 10_000;

const numberAt = (index: number): string => `+1802${String(2_000_000 + index)}`;

/** Customers with one indexed number each, written past the scripts: only how long the question takes is asked here. */
async function fillTo(harbor: Harbor, from: number, to: number): Promise<void> {
  const database = new DatabaseSync(harbor.dataFile);
  try {
    database.exec('PRAGMA busy_timeout = 20000');
    const customer = database.prepare("INSERT INTO customer (id, entityid, companyname, altname, phone, isperson, isinactive, searchstage, datecreated, lastmodifieddate) VALUES (?, ?, ?, ?, ?, 'F', 'F', 'Customer', ?, ?)");
    const entry = database.prepare("INSERT INTO customrecord_rcns_phone_index (id, custrecord_rcns_ix_number, custrecord_rcns_ix_type, custrecord_rcns_ix_entity, custrecord_rcns_ix_field, custrecord_rcns_ix_rank, isinactive) VALUES (?, ?, 'customer', ?, 'phone', 1, 'F')");
    const now = new Date().toISOString();
    for (let index = from; index < to; index += 1) {
      if ((index - from) % portion === 0) {
        if (index > from) database.exec('COMMIT');
        // Sockets that were closed meanwhile are noticed.
        await new Promise((resolve) => setImmediate(resolve));
        database.exec('BEGIN IMMEDIATE');
      }
      const id = 1_000_000 + index;
      const name = `Customer ${index}`;
      customer.run(id, name, name, name, numberAt(index), now, now);
      entry.run(id, numberAt(index), id);
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

const asked = (maria: Visitor, index: number) => maria.asks('api', { action: 'who-is', numbers: [numberAt(index)] });

/** Median milliseconds of one match, request and all. */
async function timed(maria: Visitor, size: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const index = Math.floor((size - 1) * ((round * 0.618) % 1));
    const before = performance.now();
    const found = ((await asked(maria, index)).value?.['found'] as { person?: { id: number } }[])[0];
    if (found?.person?.id !== 1_000_000 + index) throw new Error(`The match of ${size} numbers found somebody else.`);
    if (round >= warmUp) times.push(performance.now() - before);
  }
  return median(times);
}

/** Executions, and the units of them and of what they woke, since the journal was cleared. */
function spent(harbor: Harbor): { requests: number; units: number } {
  const executions = harbor.control.executions();
  return { requests: executions.filter(({ parent }) => parent === null).length, units: executions.reduce((sum, { units }) => sum + units, 0) };
}

async function matches(): Promise<Figure[]> {
  const harbor = await openHarbor();
  try {
    const maria = await signIn(harbor, 'maria@harbor.example');
    await fillTo(harbor, 0, few);
    harbor.control.clearJournal();
    await asked(maria, 7);
    const match = spent(harbor);
    harbor.control.clearJournal();
    const person = ((await asked(maria, 8)).value?.['found'] as { person: { type: string; id: number } }[])[0]?.person;
    await maria.logs(callLog('s-bench0001', { to: { number: numberAt(8), name: null }, person: person && { type: person.type, id: person.id } }));
    const log = spent(harbor);
    const database = new DatabaseSync(harbor.dataFile, { readOnly: true });
    const row = database.prepare("SELECT version, company FROM phonecall WHERE custevent_rcns_session = 's-bench0001'").get() as { version: number; company: number } | undefined;
    database.close();
    if (row?.company !== 1_000_008) throw new Error('The logged call is not linked.');
    const atFew = await timed(maria, few);
    await fillTo(harbor, few, many);
    const atMany = await timed(maria, many);
    return [
      { id: 'match.requests', what: 'requests of one match', value: match.requests, unit: 'requests' },
      { id: 'match.units', what: 'governance units of one match', value: match.units, unit: 'units' },
      { id: 'match.flatness', what: `time of a match at ${many} numbers (${rounded(atMany, 1)} ms) over that at ${few} (${rounded(atFew, 1)} ms)`, value: rounded(atMany / atFew, 2), unit: 'times' },
      { id: 'log_with_match.requests', what: 'requests of a logged call, match included', value: log.requests, unit: 'requests' },
      { id: 'log_with_match.units', what: 'governance units of a logged call, match and user events included', value: log.units, unit: 'units' },
      { id: 'log.writes', what: 'writes of the phone call by its live log', value: row.version, unit: 'writes' },
    ];
  } finally {
    await harbor.close();
  }
}

export const matching: Bench = { ids: ['match.requests', 'match.units', 'match.flatness', 'log_with_match.requests', 'log_with_match.units', 'log.writes'], measure: matches };

const wrong = (): number =>
  spellings.filter(([country, text, ...keys]) => numbersIn(text, [country]).map(({ number, extension }) => (extension === null ? number : `${number}#${extension}`)).join() !== keys.join()).length;

export const numbers: Bench = {
  ids: ['numbers.wrong'],
  measure: async () => [{ id: 'numbers.wrong', what: `of ${spellings.length} ways to write numbers and other things, those read wrongly`, value: wrong(), unit: 'texts' }],
};
