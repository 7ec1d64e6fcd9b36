import path from 'node:path';

/** Where the demo keeps its data over restarts; git-ignored. */
export const dataFolder = path.resolve('.data');
