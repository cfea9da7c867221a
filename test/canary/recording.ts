/**
 * What a browser asked of the network and what was said in it, from its first start to its last, SIGKILLs included: files
 * in a folder of its own, outside the profile. Chromium writes its net log and its log there by itself, and loses by a kill
 * a dozen of the net log's events at most; in Firefox see firefox-recorder.ts.
 */
import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { startFirefoxRecorder } from './firefox-recorder.ts';
import { Parts } from './parts.ts';
import { chromiumLines, chromiumRequests, firefoxEntries, type Line, type Sent } from './recorded.ts';
import type { Finding } from './scan-profile.ts';

/** Where the extension may ask for anything; the other of SnapEngage's hosts only with a permission. */
const allowedHosts = ['www.snapengage.com'];
/** How the hosts end at which tests open tabs, an attacker's among them. */
const testHosts = '.snapengage.com';

export interface Recorded {
  requests: Sent[];
  lines: Line[];
}

export class Recording {
  /** Made with its first file. */
  #folder: string | null = null;
  #starts = 0;

  /** What Chromium is to be started with to record itself. */
  chromiumArgs(): string[] {
    const file = this.#nextFile();
    return [`--log-net-log=${file}.net`, '--enable-logging', `--log-file=${file}.log`];
  }

  /** Records what happens in `browser`, a Firefox, from now on. */
  async followFirefox(browser: Browser): Promise<void> {
    await startFirefoxRecorder(browser, `${this.#nextFile()}.lines`);
  }

  /** All that was recorded so far. */
  async read(): Promise<Recorded> {
    const recorded: Recorded = { requests: [], lines: [] };
    const folder = this.#folder;
    for (const name of folder ? (await readdir(folder)).sort() : []) {
      const text = await readFile(join(folder ?? '', name), 'utf8');
      if (name.endsWith('.net')) recorded.requests.push(...chromiumRequests(text));
      if (name.endsWith('.log')) recorded.lines.push(...chromiumLines(text));
      if (!name.endsWith('.lines')) continue;
      const { requests, lines } = firefoxEntries(text);
      recorded.requests.push(...requests);
      recorded.lines.push(...lines);
    }
    return recorded;
  }

  /**
   * Reads it, removes it, and gives what breaks a promise; `ours`: how addresses of the extension begin. A recording that
   * recorded nothing proves nothing, and is a finding, too.
   */
  async close(tokens: readonly string[], ours: string): Promise<Finding[]> {
    const recorded = await this.read();
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    this.#folder = null;
    return findingsIn(recorded, tokens, ours);
  }

  #nextFile(): string {
    this.#starts += 1;
    this.#folder ??= mkdtempSync(join(tmpdir(), 'token-desk-recording-'));
    return join(this.#folder, String(this.#starts).padStart(4, '0'));
  }
}

/** What in `recorded` breaks a promise: where it was, and as what. No token is in it. */
export function findingsIn({ requests, lines }: Recorded, tokens: readonly string[], ours: string): Finding[] {
  const parts = new Parts(tokens);
  const origin = ours.replace(/\/$/, '');
  const network = requests.flatMap((sent) => wrongWith(sent, parts, origin));
  const log = lines.flatMap(({ text, isSaid }) =>
    (isSaid ? parts.inWriting(text) : parts.in(text)) ? [isSaid ? 'what was said on a console' : 'a line'] : [],
  );
  if (requests.length === 0) network.push('no request at all: nothing was recorded');
  return [
    ...[...new Set(network)].map((as) => ({ file: 'the recorded network', as })),
    ...[...new Set(log)].map((as) => ({ file: 'the log', as })),
  ];
}

function wrongWith({ url, by, isTab }: Sent, parts: Parts, ours: string): string[] {
  const isAllowed = allowedHosts.includes(url.hostname);
  if (by === ours && !isAllowed) return [`a request to ${url.hostname} by the extension`];
  // Who opened a tab, Chromium does not tell. A test opens none elsewhere.
  if (by === '' && isTab && !url.hostname.endsWith(testHosts)) return [`a tab at ${url.hostname} by no page`];
  // A page may send to its own host what it likes.
  if (URL.canParse(by) && new URL(by).hostname === url.hostname) return [];
  // The browser's own services are asked with hashes in the address.
  const isBrowsersOwn = by === '' && !isTab && !isAllowed;
  const holds = isBrowsersOwn ? parts.in(url.href) : parts.inWriting(url.href);
  return holds ? [`the address of a request to ${url.hostname}`] : [];
}
