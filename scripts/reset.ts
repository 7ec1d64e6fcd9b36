import { existsSync, rmSync } from 'node:fs';
import { dataFolder } from './places.ts';

// The next start seeds anew.
const there = existsSync(dataFolder);
rmSync(dataFolder, { recursive: true, force: true });
process.stdout.write(there ? 'The demo data is gone; "npm start" makes it anew.\n' : 'There was no demo data.\n');
