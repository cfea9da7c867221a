/**
 * Begins `npm start` and `npm test` on a machine that has only Node and npm: installs what package-lock.json names if
 * that has not been done yet, then runs the given TypeScript file on the Node that the project pins.
 * Plain JavaScript without dependencies, for any Node from 20 on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Holds the hash of the lock file that node_modules was installed from. */
const stamp = join(root, 'node_modules', '.installed-from');
const windows = process.platform === 'win32';

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** npm as it was started, or from the PATH. */
function npm(args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: 'inherit', shell: windows });
}

function installOnce() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(pinnedNode())) return;
  console.log('Installing the dependencies …');
  // Not `npm ci`: it refuses a lock file from which another platform's optional binaries are missing, and npm writes such
  // files wherever a registry does not hold all of them. This takes the same versions and leaves the lock file alone.
  const { error, status } = npm(['install', '--no-save', '--no-progress', '--loglevel=error']);
  if (error?.code === 'ENOENT') fail('npm is missing: it comes with Node, from https://nodejs.org.');
  if (status !== 0) fail('"npm install" failed; what it said stands above.');
  if (!existsSync(pinnedNode()))
    fail('The package "node" is not there after "npm install": its install script must be allowed.');
  writeFileSync(stamp, wanted);
}

function pinnedNode() {
  return join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
}

function run(script, args) {
  const path = `${join(root, 'node_modules', '.bin')}${windows ? ';' : ':'}${process.env.PATH}`;
  const child = spawn(pinnedNode(), [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // A terminal signals the whole group; one sent to this process alone is handed on. Either way the child decides.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${pinnedNode()} does not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  fail(`Node ${oldestNode} or newer is needed; this is ${process.version}.`);
}
const [script, ...args] = process.argv.slice(2);
if (!script) fail('Usage: node test/run/bootstrap.mjs <script.ts> [arguments]');
installOnce();
run(script, args);
