import query = require('N/query');
import record = require('N/record');
import runtime = require('N/runtime');

type Value = string | number | boolean | Date | null;
type Row = { id: number; type: string; version: number; values: Record<string, Value> };

/** What NetSuite throws: an error with a code for a name. */
export const netSuiteError = (name: string): Error => Object.assign(new Error('NetSuite says so'), { name });

export interface Account {
  rows: Row[];
  /** Runs in every save of a phone call before it is kept, as user events do; may throw. */
  beforeSubmit: (phoneCall: FakeRecord, creating: boolean) => void;
  /** Runs before a save is kept: somebody else's work in the meantime. */
  meanwhile: () => void;
  /** Who looks, and whether they may save settings. */
  user: number;
  admin: boolean;
  /** Records of this type fail to load, as if the role could not see them. */
  invisible: Set<number>;
  add: (type: string, values: Record<string, Value>) => number;
  row: (id: number) => Row;
  calls: () => Row[];
}

export type FakeRecord = ReturnType<typeof fakeRecord>;

function fakeRecord(account: Account, type: string, from: Row | null) {
  const values: Record<string, Value> = { ...from?.values };
  const self = {
    type, id: from?.id ?? null,
    getValue: ({ fieldId }: { fieldId: string }): Value => values[fieldId] ?? '',
    getText: ({ fieldId }: { fieldId: string }): string => String(values[fieldId] ?? ''),
    setValue: ({ fieldId, value }: { fieldId: string; value: Value }) => { values[fieldId] = value; return self; },
    setText: ({ fieldId, text }: { fieldId: string; text: string }) => {
      if (fieldId === 'custevent_rcns_disposition' && text !== 'Reached' && text !== 'Call back') throw netSuiteError('INVALID_KEY_OR_REF');
      values[fieldId] = text;
      return self;
    },
    getFields: () => Object.keys(values),
    getField: ({ fieldId }: { fieldId: string }) => ({ type: /phone|mobile|custentity/.test(fieldId) ? 'phone' : 'text' }),
    save: (): number => {
      if (type === 'phonecall') account.beforeSubmit(self, from === null);
      account.meanwhile();
      if (from === null) {
        if (values['externalid'] && account.rows.some((row) => row.type === type && row.values['externalid'] === values['externalid'])) throw netSuiteError('DUP_RCRD');
        return account.add(type, values);
      }
      const kept = account.rows.find((row) => row.id === from.id);
      if (!kept) throw netSuiteError('RCRD_DSNT_EXIST');
      if (kept.version !== from.version) throw netSuiteError('RCRD_HAS_BEEN_CHANGED');
      kept.values = { ...values };
      kept.version += 1;
      return kept.id;
    },
  };
  return self;
}

/** A few records in memory behind Oracle's stubs of N/record, N/query and N/runtime, with NetSuite's rules that the code relies on. */
export function createAccount(user: number): Account {
  const account: Account = {
    rows: [], beforeSubmit: () => undefined, meanwhile: () => undefined, user, admin: false, invisible: new Set(),
    add: (type, values) => {
      const id = account.rows.length + 1;
      account.rows.push({ id, type, version: 1, values: { ...values } });
      return id;
    },
    row: (id) => account.rows.find((row) => row.id === id) as Row,
    calls: () => account.rows.filter((row) => row.type === 'phonecall'),
  };
  const mocked = <T extends object>(module: T, method: keyof T & string, run: (...args: never[]) => unknown): void => void jest.spyOn(module as never, method as never).mockImplementation(run as never);
  mocked(record, 'create', ({ type }: { type: string }) => {
    if (type === 'customrecord_rcns_settings' && !account.admin) throw netSuiteError('INSUFFICIENT_PERMISSION');
    return fakeRecord(account, type, null);
  });
  mocked(record, 'load', ({ type, id }: { type: string; id: number }) => {
    const row = account.rows.find((each) => each.id === Number(id) && each.type === type);
    if (!row || account.invisible.has(row.id)) throw netSuiteError('RCRD_DSNT_EXIST');
    return fakeRecord(account, type, { ...row, values: { ...row.values } });
  });
  mocked(record, 'delete', ({ id }: { id: number }) => {
    account.rows = account.rows.filter((row) => row.id !== Number(id));
    return id;
  });
  mocked(query, 'runSuiteQL', ({ query: text, params }: { query: string; params: unknown[] }) => ({ asMappedResults: () => answer(account, text, params) }));
  mocked(runtime, 'getCurrentUser', () => ({ id: account.user, name: 'Maria Santos', getPermission: () => 4 }));
  Object.assign(runtime, { accountId: 'TSTDRV1234567', country: 'US', executionContext: 'RESTLET', ContextType: { USER_INTERFACE: 'USERINTERFACE', MAP_REDUCE: 'MAPREDUCE' } });
  return account;
}

/** The two queries by key; anything else belongs to a test of its own. */
function answer(account: Account, text: string, params: unknown[]): Record<string, unknown>[] {
  if (text.includes('FROM phonecall p')) {
    const [session, extension, key] = params;
    const found = account.calls().filter((row) => row.values['custevent_rcns_session'] === session && row.values['custevent_rcns_extension'] === extension && !account.invisible.has(row.id));
    const stones = account.rows.filter((row) => row.type === 'customrecord_rcns_tombstone' && row.values['custrecord_rcns_ts_key'] === key);
    return [...found.map(({ id }) => ({ id, kind: 'record' })), ...stones.map(({ id }) => ({ id, kind: 'deleted' }))];
  }
  if (text.includes('FROM customlist_rcns_disposition')) return [{ id: 1, name: 'Reached', isinactive: 'F' }, { id: 2, name: 'Call back', isinactive: 'F' }, { id: 3, name: 'Not interested', isinactive: 'T' }];
  throw new Error(`Not answered in this test: ${text}`);
}
