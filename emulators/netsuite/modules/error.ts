import { SuiteScriptError } from '../executions/script-error.ts';
import { defineModule, optionsOf } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

/** N/error: errors with a code of one's own. */
export const error: ModuleFactory = (execution) => defineModule(execution, 'N/error', {
  create(input: unknown) {
    const options = optionsOf('error.create', input);
    return new SuiteScriptError(String(options['name'] ?? 'UNEXPECTED_ERROR'), String(options['message'] ?? ''), { notifyOff: options['notifyOff'] === true, cause: options['cause'] });
  },
  Type: {
    MISSING_REQD_ARGUMENT: 'SSS_MISSING_REQD_ARGUMENT', INVALID_KEY_OR_REF: 'INVALID_KEY_OR_REF', RCRD_DSNT_EXIST: 'RCRD_DSNT_EXIST', RCRD_HAS_BEEN_CHANGED: 'RCRD_HAS_BEEN_CHANGED',
    INSUFFICIENT_PERMISSION: 'INSUFFICIENT_PERMISSION', USER_ERROR: 'USER_ERROR', UNEXPECTED_ERROR: 'UNEXPECTED_ERROR', DUP_RCRD: 'DUP_RCRD',
  },
});
