import { inOrder } from './run.ts';

/** Types of every room, borders between rooms, style. */
const rooms = ['src/core', 'src/wire', 'src/server', 'src/browser', 'emulators', 'emulators/netsuite/client', 'scripts', 'bench', '__tests__'];

process.exitCode = await inOrder([
  ...rooms.map((room) => ({ title: `types of ${room}`, command: 'tsc', args: ['--noEmit', '-p', room] })),
  { title: 'borders between rooms', command: 'depcruise', args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src', 'emulators', 'scripts'] },
  { title: 'style', command: 'eslint', args: ['--max-warnings', '0', '.'] },
]);
