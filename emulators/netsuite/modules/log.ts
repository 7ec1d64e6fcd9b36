import { defineModule } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

const levels = ['DEBUG', 'AUDIT', 'ERROR', 'EMERGENCY'];

/** N/log: kept by the emulator for its control API, written nowhere else. Levels below that of the deployment are dropped. */
export const log: ModuleFactory = (execution) => {
  function write(level: string) {
    return (...args: unknown[]): void => {
      if (levels.indexOf(level) < levels.indexOf(execution.logLevel)) return;
      const [first, second] = args;
      const given = typeof first === 'object' && first !== null && args.length === 1 ? (first as { title?: unknown; details?: unknown }) : { title: first, details: second };
      execution.world.door.tell({
        news: 'log', script: execution.script.scriptId, deployment: execution.deployment.deploymentId, level,
        title: textOf(given.title).slice(0, 99), details: textOf(given.details).slice(0, 3999), at: execution.world.now().getTime(),
      });
    };
  }
  return defineModule(execution, 'N/log', { debug: write('DEBUG'), audit: write('AUDIT'), error: write('ERROR'), emergency: write('EMERGENCY') });
};

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
