/** A listener of the content script, as the browser calls it. */
import type { MessageListener } from '../../../../lib/native.ts';

/** Gives what the listener answers, or undefined where it leaves the message to others. */
export type Hear = (message: unknown, sender: object) => Promise<unknown> | undefined;

/** `listener` as a function that gives its answer. */
export function hearBy(listener: unknown): Hear {
  return (message, sender) => {
    let answer: unknown;
    const taken = (listener as MessageListener)(message, sender as never, (reply) => {
      answer = reply;
    });
    return taken ? Promise.resolve(answer) : undefined;
  };
}
