import type { News } from '../executions/door.ts';

export interface ExecutionEntry {
  id: number;
  script: string;
  deployment: string;
  entryPoint: string;
  user: number;
  role: string;
  /** Execution that caused it: a RESTlet's for the user events of its saves. */
  parent: number | null;
  context: string;
  recordType: string | null;
  units: number;
  ms: number;
  /** null: it ended well. */
  errorCode: string | null;
}

export interface LogEntry { script: string; deployment: string; level: string; title: string; details: string; at: number }

export interface Journal {
  note(news: News): void;
  /** Finished executions, oldest first. */
  executions(): ExecutionEntry[];
  /** What scripts wrote with N/log, oldest first. */
  logs(): LogEntry[];
  clear(): void;
}

const kept = 5_000;

/** Remembers what ran and what it wrote, for the control API. */
export function createJournal(): Journal {
  const started = new Map<number, Extract<News, { news: 'started' }>>();
  let executions: ExecutionEntry[] = [];
  let logs: LogEntry[] = [];
  return {
    note(news) {
      if (news.news === 'started') started.set(news.id, news);
      else if (news.news === 'log') {
        const { script, deployment, level, title, details, at } = news;
        logs.push({ script, deployment, level, title, details, at });
        if (logs.length > kept) logs = logs.slice(-kept / 2);
      } else {
        const begun = started.get(news.id);
        started.delete(news.id);
        if (!begun || !news.ran) return;
        const { id, script, deployment, entryPoint, user, role, parent, context } = begun;
        executions.push({ id, script, deployment, entryPoint, user, role, parent, context, recordType: news.recordType, units: news.units, ms: news.ms, errorCode: news.errorCode });
        if (executions.length > kept) executions = executions.slice(-kept / 2);
      }
    },
    executions: () => [...executions],
    logs: () => [...logs],
    clear() {
      executions = [];
      logs = [];
    },
  };
}
