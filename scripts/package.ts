import { suitecloud } from './suitecloud.ts';

// build/ is created by the CLI; suitecloud.config.js builds and tests first.
process.exitCode = await suitecloud(['project:package']);
