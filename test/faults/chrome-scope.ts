/** Firefox's own scope, above all pages: Puppeteer does not offer it, its WebDriver BiDi connection does. */
import type { Browser } from 'puppeteer-core';

/** Evaluates `expression` there, promises awaited, and gives its value as far as it is text, a number or a boolean. */
export async function inFirefoxItself(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as never as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { context } = tree.result.contexts?.[0] ?? {};
  const evaluated = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  if (evaluated.result.exceptionDetails) throw new Error(evaluated.result.exceptionDetails.text);
  return evaluated.result.result?.value;
}

/** As much of the connection as is used. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: Result }>;
}

interface Result {
  contexts?: { context: string }[];
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}
