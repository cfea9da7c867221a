/** A document of the dashboard with our script in it, as the background sees it: what it shows, hears and answers. */
import type { Command } from '../../../../lib/messages/commands.ts';
import type { Observation, PageReport, Progress } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';

export class FakePage {
  readonly document = newId();
  shows: PageReport;
  asOf = Date.now();
  hidden = true;
  navigated = true;
  /** It came with an HTTP status of a failure. */
  failed = false;
  /** Whether a script of ours lives in it; without one, whether one can be brought in. */
  script = true;
  enterable = true;
  /** The driver of operations was brought in. */
  driven = false;
  /** A dialog of the browser's holds the page: nobody answers, and nobody gets in. */
  held = false;
  /** What it knows of each intent. */
  readonly progress = new Map<string, Progress>();
  readonly heard: Command[] = [];
  /** What a step of its menu leads to. */
  onWalk = (): void => undefined;

  constructor(shows: PageReport, changes: Partial<Omit<FakePage, 'heard' | 'progress' | 'document'>> = {}) {
    this.shows = shows;
    Object.assign(this, changes);
  }

  observation(): Observation {
    const { document, asOf, hidden, navigated, failed, shows: page } = this;
    return { document, asOf, hidden, navigated, page, ...(failed && { failed }) };
  }

  /** What this document was told to do. */
  orders(): Extract<Command, { type: 'operate' }>[] {
    return this.heard.filter((each) => each.type === 'operate');
  }

  answer(command: Command): unknown {
    this.heard.push(command);
    switch (command.type) {
      case 'look':
        return this.observation();
      case 'walk':
        if (command.document === this.document) this.onWalk();
        return { walked: command.document === this.document };
      case 'operate':
        return { accepted: command.document === this.document && this.accept(command.intent) };
      case 'recall':
        return { progress: this.recall(command.intent), observation: this.observation() };
    }
  }

  private accept(intent: string): boolean {
    if (!this.driven || this.progress.has(intent)) return false;
    this.progress.set(intent, { kind: 'inFlight', step: 'reading', need: null });
    return true;
  }

  /** Once asked about, an intent never heard of does not start here any more. */
  private recall(intent: string): Progress {
    const known = this.progress.get(intent);
    if (!known) this.progress.set(intent, { kind: 'notPressed', failure: 'interrupted' });
    return known ?? { kind: 'unknown' };
  }
}
