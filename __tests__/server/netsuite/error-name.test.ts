import { errorName, reportedErrorName } from '../../../src/server/netsuite/error-name.ts';

test.each([
  ['a code of NetSuite', { name: 'RCRD_DSNT_EXIST', message: '+1 650 555 0100' }, 'RCRD_DSNT_EXIST'],
  ['an error of JavaScript', new TypeError('Ann Harper is not a function'), 'TypeError'],
  ['a name that says too much', { name: 'Ann Harper' }, 'UNKNOWN'],
  ['a name with a number', { name: '+16505550100' }, 'UNKNOWN'],
  ['a very long name', { name: 'A'.repeat(62) }, 'UNKNOWN'],
  ['a text', 'Ann Harper called', 'UNKNOWN'],
  ['a number', 16505550100, 'UNKNOWN'],
  ['nothing', null, 'UNKNOWN'],
  ['an object without a name', {}, 'UNKNOWN'],
])('of %s a log says no more than its code', (_what, thrown, name) => expect(errorName(thrown)).toBe(name));

test.each([
  ['a code of NetSuite', '{"type":"error.SuiteScriptError","name":"SSS_USAGE_LIMIT_EXCEEDED","message":"Ann Harper, +1 650 555 0100"}', 'SSS_USAGE_LIMIT_EXCEEDED'],
  ['a text', 'Ann Harper called', 'UNKNOWN'],
])('of %s that a map/reduce reports a log says no more either', (_what, reported, name) => expect(reportedErrorName(reported)).toBe(name));
