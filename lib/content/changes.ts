/** Waiting for the next change of the page. */
import { later } from '../later.ts';

export class Changes {
  private waiting: ((isChanged: boolean) => void)[] = [];

  /** Tells everybody who waits. */
  tell(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve(true);
  }

  /** Resolves at the next change to true, or after `limit` ms to false. */
  next(limit: number): Promise<boolean> {
    return new Promise((resolve) => {
      const stop = later(limit, () => resolve(false));
      this.waiting.push((isChanged) => {
        stop();
        resolve(isChanged);
      });
    });
  }
}
