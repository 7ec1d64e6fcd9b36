import { templateOf } from '../rest/rest.ts';

/** How often programs asked for what since the start, refused requests included; paths without whose they are. */
export interface RequestCounts {
  note(request: { method: string; path: string }): void;
  all(): { method: string; path: string; times: number }[];
}

export function createRequestCounts(): RequestCounts {
  const counts = new Map<string, { method: string; path: string; times: number }>();
  return {
    note({ method, path }) {
      const template = templateOf(path);
      const count = counts.get(`${method} ${template}`) ?? { method, path: template, times: 0 };
      count.times += 1;
      counts.set(`${method} ${template}`, count);
    },
    all: () => [...counts.values()].map((count) => ({ ...count })),
  };
}
