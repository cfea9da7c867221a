/** The token when it is needed: at once if it is in memory, else read first and handed over as state brings it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Request } from '../lib/messages/requests.ts';
import type { Shown } from '../lib/state/desk.ts';
import type { Account } from '../lib/state/schemas.ts';

/** How long a copy or a show waits for the token to be read. */
export const tokenWaitMs = 45_000;

/** State comes in several writes: this long after a read ended without a token, none is coming. */
const lateMs = 500;

export type NotReadReason = 'failed' | 'cancelled' | 'timedOut' | 'otherAccount';

/** The promised token did not come. */
export class TokenNotRead extends Error {
  readonly reason: NotReadReason;
  constructor(reason: NotReadReason) {
    super(reason);
    this.name = 'TokenNotRead';
    this.reason = reason;
  }
}

/** Bridges the stored state, which is pushed, and the clipboard, which wants a promise. */
class Wait {
  readonly token: Promise<string>;
  settled = false;
  #resolve: (token: string) => void = () => undefined;
  #reject: (error: TokenNotRead) => void = () => undefined;
  #sawReading = false;
  #timer: ReturnType<typeof setTimeout>;
  readonly #account: Account | null;

  /** `account`: whose token is waited for; null: whoever's it turns out to be. */
  constructor(account: Account | null) {
    this.#account = account;
    this.token = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Each caller handles its own failure; a popup that closes leaves none.
    this.token.catch(() => undefined);
    this.#timer = setTimeout(() => this.fail('timedOut'), tokenWaitMs);
  }

  #failAfter(ms: number, reason: NotReadReason): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fail(reason), ms);
  }

  look({ view, account }: Shown): void {
    if (view.name === 'token' && isOther(this.#account, account)) this.fail('otherAccount');
    else if (view.name === 'token') this.#end(() => this.#resolve(view.token));
    else if (view.name === 'reading') this.#sawReading = true;
    else if (view.name !== 'remembered') this.fail('failed');
    else if (this.#sawReading) this.#failAfter(lateMs, 'cancelled');
  }

  fail(reason: NotReadReason): void {
    this.#end(() => this.#reject(new TokenNotRead(reason)));
  }

  #end(settle: () => void): void {
    clearTimeout(this.#timer);
    this.settled = true;
    settle();
  }
}

/** Whether `now` is another account than `asked`; one that was known by its label alone may have its number by now. */
function isOther(asked: Account | null, now: Account | null): boolean {
  if (!asked || asked.key === now?.key) return false;
  return asked.orgId !== null || asked.label === null || asked.label !== now?.label;
}

/**
 * A function that gives the current token, asking for a read where it is not in memory. Concurrent callers share one
 * read. Rejects with `TokenNotRead` when the read fails, is cancelled or brings another account's, or after 45 s.
 */
export function useToken(shown: Shown, send: (request: Request) => void): () => string | Promise<string> {
  const wait = useRef<Wait | null>(null);
  useLayoutEffect(() => {
    if (wait.current && !wait.current.settled) wait.current.look(shown);
  }, [shown]);
  useLayoutEffect(() => () => wait.current?.fail('cancelled'), []);
  return () => {
    const { view, account } = shown;
    if (view.name === 'token') return view.token;
    if (!wait.current || wait.current.settled) {
      wait.current = new Wait(account);
      wait.current.look(shown);
      if (view.name === 'remembered') send({ type: 'read' });
    }
    return wait.current.token;
  };
}
