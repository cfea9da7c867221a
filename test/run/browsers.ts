/** Finds the browsers that tests, tour and demo run in; on Debian and Ubuntu installs a missing one. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

interface Known {
  variable: string;
  package: string;
  commands: string[];
  mac: string[];
  windows: string[];
}

const known: Record<BrowserName, Known> = {
  chromium: {
    variable: 'CHROME_PATH',
    package: 'chromium',
    commands: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'],
    mac: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windows: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    package: 'firefox-esr',
    commands: ['firefox', 'firefox-esr'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
  },
};

/**
 * The path of an installed browser: from CHROME_PATH or FIREFOX_PATH, else from the usual places, else freshly
 * installed where that is a matter of `apt-get`. Throws an error with the one command to run where it is not.
 */
export async function findBrowser(name: BrowserName): Promise<string> {
  const named = process.env[known[name].variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${known[name].variable} is ${named}, which is not a program.`);
  }
  const found = installed(name);
  if (found) return found;
  installPackage(known[name].package);
  const fresh = installed(name);
  if (fresh) return fresh;
  throw new Error(`No ${name} found. ${adviceFor(name)}`);
}

/** Chromium's own sandbox refuses to start for root, and only then is it switched off. */
export function sandboxArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function installed(name: BrowserName): string | undefined {
  return candidates(known[name]).find(isExecutable);
}

function candidates({ commands, mac, windows }: Known): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((dir) =>
      mac.map((app) => join(dir, app)),
    );
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA, 'ProgramFiles(x86)': programs32 } = process.env;
    return [ProgramFiles, programs32, LOCALAPPDATA].flatMap((dir) => (dir ? windows.map((exe) => join(dir, exe)) : []));
  }
  const directories = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return commands.flatMap((command) => directories.map((dir) => join(dir, command)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs a Debian package when we are root or may become it without a password; otherwise does nothing. */
function installPackage(name: string): void {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return;
  const root = process.getuid?.() === 0;
  if (!(root || succeeds('sudo', ['-n', 'true']))) return;
  console.log(`Installing the package ${name} …`);
  for (const args of [['update'], ['install', '-y', name]]) {
    const command = [...(root ? [] : ['sudo', '-n']), 'apt-get', '-qq', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function adviceFor(name: BrowserName): string {
  const { package: debian, variable } = known[name];
  const commands: Partial<Record<NodeJS.Platform, string>> = {
    darwin: `brew install --cask ${name === 'chromium' ? 'google-chrome' : 'firefox'}`,
    win32: `winget install ${name === 'chromium' ? 'Google.Chrome' : 'Mozilla.Firefox'}`,
    linux: `sudo apt-get install ${debian}`,
  };
  return `Run "${commands[process.platform] ?? commands.linux}", or set ${variable} to its program.`;
}
