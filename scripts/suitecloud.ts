import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.ts';

const cli = path.resolve('node_modules', '.bin', 'suitecloud');

/** Hands a command to the SuiteCloud CLI; without it says so in one line. Its licence is for a person to accept. */
export async function suitecloud(args: string[]): Promise<number> {
  if (!existsSync(cli)) {
    process.stderr.write('The SuiteCloud CLI is not installed: run "npm install --include=optional @oracle/suitecloud-cli", read and accept its licence, then try again.\n');
    return 1;
  }
  return run(cli, args);
}
