import record = require('N/record');
import { unpark } from '../../../src/server/sync/waiting-calls.ts';
import { netSuiteError } from '../account.ts';

const deleting = (code: string): void => void jest.spyOn(record, 'delete').mockImplementation(() => { throw netSuiteError(code); });
afterEach(() => jest.restoreAllMocks());

describe('a waiting call', () => {
  test('that two administrators give up at once, or one while it is logged, is given up', () => {
    deleting('RCRD_DSNT_EXIST');
    expect(() => unpark(12)).not.toThrow();
  });

  test('that a role may not give up stays, and says so', () => {
    deleting('INSUFFICIENT_PERMISSION');
    expect(() => unpark(12)).toThrow(expect.objectContaining({ name: 'INSUFFICIENT_PERMISSION' }));
  });
});
