/** What happened in one trial, line by line with its time; it never holds a token. */
export class Trace {
  readonly #start = Date.now();
  readonly #lines: string[] = [];

  add(line: string): void {
    this.#lines.push(`${String(Date.now() - this.#start).padStart(6)} ms  ${line}`);
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}
