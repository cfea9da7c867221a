/**
 * The extension's service worker, seen from outside. Nothing stays attached to it: a debugger that does keeps a worker
 * from ever stopping. A background tab on a file of the extension carries the commands instead.
 */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { ConsoleLog } from './console-log.ts';
import { until, within } from './until.ts';

export type StorageAreaName = 'local' | 'session' | 'sync' | 'managed';

/** Opens the background tab and follows the worker from there. */
export async function followWorker(browser: Browser, extensionId: string, log: ConsoleLog): Promise<Worker> {
  const backstage = await browser.newPage({ background: true });
  await backstage.goto(`chrome-extension://${extensionId}/manifest.json`);
  const session = await backstage.createCDPSession();
  const worker = new Worker(browser, extensionId, backstage, session);
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const current = versions.findLast((version) => version.status === 'activated');
    if (!current) return;
    const isRunning = current.runningStatus === 'running';
    if (worker.running && !isRunning) worker.stops += 1;
    worker.running = isRunning;
  });
  session.on('ServiceWorker.workerErrorReported', ({ errorMessage }) => {
    log.add('worker', 'exception', errorMessage.errorMessage);
  });
  await session.send('ServiceWorker.enable');
  return worker;
}

export class Worker {
  /** Whether it runs at this moment. */
  running = false;
  /** How often it has stopped. */
  stops = 0;
  /** The background tab; not one that anybody would see as theirs. */
  readonly backstage: Page;
  readonly #browser: Browser;
  readonly #scope: string;
  readonly #session: CDPSession;

  constructor(browser: Browser, extensionId: string, backstage: Page, session: CDPSession) {
    this.#browser = browser;
    this.#scope = `chrome-extension://${extensionId}/`;
    this.backstage = backstage;
    this.#session = session;
  }

  /** Stops it as the browser would, in the middle of whatever it does; resolves when it is gone. */
  async kill(): Promise<void> {
    const before = this.stops;
    await this.#session.send('ServiceWorker.stopAllWorkers');
    // It may be running again by now.
    await until('the service worker to stop', () => !this.running || this.stops > before);
  }

  /** Starts it if it sleeps, without sending it anything. */
  async wake(): Promise<void> {
    if (this.running) return;
    await this.#session.send('ServiceWorker.startWorker', { scopeURL: this.#scope });
    await until('the service worker to start', () => this.running);
  }

  /** Waits until it has started, by whatever cause. */
  async awake(): Promise<void> {
    await until('the service worker to run', () => this.running);
  }

  /** The value of a JavaScript expression in the worker, promises awaited; starts it if it sleeps. */
  async evaluate(expression: string): Promise<unknown> {
    return this.#attached(async (session) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    });
  }

  /** Everything in one storage area, by key. */
  async storage(area: StorageAreaName): Promise<Record<string, unknown>> {
    return (await this.evaluate(`chrome.storage.${area}.get(null)`)) as Record<string, unknown>;
  }

  /** What this run of the worker has said on its console so far. */
  async said(): Promise<string[]> {
    const lines: string[] = [];
    await this.#attached(async (session) => {
      session.on('Runtime.consoleAPICalled', ({ type, args }) => {
        lines.push(`${type}: ${args.map((arg) => String(arg.value ?? arg.description)).join(' ')}`);
      });
      // The browser keeps what was said and tells it again to whoever asks.
      await session.send('Runtime.enable');
      await session.send('Runtime.evaluate', { expression: '0' });
    });
    return lines;
  }

  async #attached<T>(use: (session: CDPSession) => Promise<T>): Promise<T> {
    await this.wake();
    const target = await until('the target of the service worker', () =>
      this.#browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith(this.#scope)),
    );
    const session = await target.createCDPSession();
    try {
      return await within('the service worker to answer', use(session));
    } finally {
      // Detaching fails only where the worker is gone, and the session with it.
      await session.detach().catch(() => undefined);
    }
  }
}
