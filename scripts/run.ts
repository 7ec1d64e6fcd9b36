import { spawn } from 'node:child_process';

/** Runs a command in the project's folder with its output shown; resolves with its exit code. */
export const run = (command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });

/** Runs steps one after the other and stops at the first that fails; resolves with its exit code. */
export async function inOrder(steps: { title: string; command: string; args: string[] }[]): Promise<number> {
  for (const step of steps) {
    const started = performance.now();
    process.stdout.write(`\n── ${step.title}\n`);
    const code = await run(step.command, step.args);
    process.stdout.write(`   ${code === 0 ? 'ok' : 'failed'}, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    if (code !== 0) return code;
  }
  return 0;
}
