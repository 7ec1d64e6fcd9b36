// Read by the SuiteCloud CLI in this folder; must be CommonJS. One hook stands before each command that ships:
// build, then the unit tests; a failure of either stops the command.
const { execFileSync } = require('node:child_process');
const path = require('node:path');

const inProject = (file) => path.join(__dirname, file);

/** The project's own Node (a devDependency) runs its TypeScript; the shell's may be older. */
const runScript = (file, ...args) =>
  execFileSync(inProject('node_modules/.bin/node'), [inProject(file), ...args], { cwd: __dirname, stdio: 'inherit' });

async function beforeExecuting(options) {
  runScript('scripts/build.ts');
  runScript('node_modules/jest/bin/jest.js', '--config', inProject('jest.config.js'));
  return options;
}

module.exports = {
  defaultProjectFolder: '.',
  commands: {
    'project:package': { beforeExecuting },
    'project:validate': { beforeExecuting },
    'project:deploy': { beforeExecuting },
  },
};
