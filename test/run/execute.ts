/** Runs a tool of the project and keeps what it says for when it is needed. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const bin = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url));
const windows = process.platform === 'win32';

export interface Ended {
  /** The exit status; 1 where a signal or a limit ended it. */
  status: number;
  /** Standard output and error output as they came. */
  output: string;
}

/** Runs a program of node_modules/.bin in the project's folder; ends one that hangs, after `limitMs`. */
export async function execute(tool: string, args: string[], limitMs = 2_400_000): Promise<Ended> {
  const command = windows ? `${bin}${tool}.cmd` : bin + tool;
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const child = spawn(command, args, { cwd: projectRoot, env, shell: windows, timeout: limitMs });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => {
      const end = signal ? `${tool} was ended by ${signal} (limit: ${limitMs / 1000} s).\n` : '';
      resolve({ status: code ?? 1, output: output + end });
    });
  });
}
