/** Waiting for the next change of the page. */
export class Changes {
  private waiting: (() => void)[] = [];

  /** Tells everybody who waits. */
  tell(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves at the next change, or after `limit` ms. */
  next(limit: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limit);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
