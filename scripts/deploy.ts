import { suitecloud } from './suitecloud.ts';

// suitecloud.config.js builds and tests first; the CLI asks which account.
process.exitCode = await suitecloud(['project:deploy', ...process.argv.slice(2)]);
