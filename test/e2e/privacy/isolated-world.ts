/** The content script's own world in a page: what a page that broke into it could do. */
import type { CDPSession, Page } from 'puppeteer-core';
import { until } from '../support/until.ts';

export class IsolatedWorld {
  readonly #session: CDPSession;
  readonly #context: number;

  private constructor(session: CDPSession, context: number) {
    this.#session = session;
    this.#context = context;
  }

  /** The world of the extension's script in the top frame of `page`; waits for it. */
  static async in(page: Page, extensionId: string): Promise<IsolatedWorld> {
    const session = await page.createCDPSession();
    const found: number[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) found.push(context.id);
    });
    await session.send('Runtime.enable');
    return new IsolatedWorld(session, await until("the content script's world", () => found.at(-1)));
  }

  /** The value of an expression there, promises awaited; what it throws comes back as `{ error }`. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      contextId: this.#context,
      awaitPromise: true,
      returnByValue: true,
    });
    return exceptionDetails
      ? { error: exceptionDetails.exception?.description ?? exceptionDetails.text }
      : result.value;
  }
}
