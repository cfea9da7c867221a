/** How many trials work at the same time, however many browsers are open: who only waits makes room for others. */
import { setTimeout as sleep } from 'node:timers/promises';

export class Lanes {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Resolves once there is room. */
  async take(): Promise<Lane> {
    await this.claim();
    return new Lane(this);
  }

  /** For a lane: as `take`. */
  async claim(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** For a lane: makes room for another. */
  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

/** The room of one trial, until it ends. */
export class Lane {
  readonly #lanes: Lanes;
  #held = true;
  #ended = false;

  constructor(lanes: Lanes) {
    this.#lanes = lanes;
  }

  /** Waits `ms` without taking up room. */
  async rest(ms: number): Promise<void> {
    this.#give();
    await sleep(ms);
    if (this.#ended) return;
    await this.#lanes.claim();
    this.#held = true;
    // A trial that was given up meanwhile has no use for it any more.
    if (this.#ended) this.#give();
  }

  end(): void {
    this.#ended = true;
    this.#give();
  }

  #give(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#lanes.give();
  }
}
