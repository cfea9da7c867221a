/** Runs a real POSIX shell, which alone knows how it reads what we quote. */
import { execFileSync } from 'node:child_process';

/** What `script` writes to standard output, in pieces that each end with a NUL. The script holds no NUL itself. */
export function piecesFromSh(script: string): string[] {
  // From standard input: a command line has a limit that a batch of values can pass.
  const output = execFileSync('sh', [], { input: script, encoding: 'utf8', stdio: 'pipe', maxBuffer: 64 * 2 ** 20 });
  return output.split('\0').slice(0, -1);
}
