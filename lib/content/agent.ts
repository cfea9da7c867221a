/** The content script on one dashboard document: reports what the page shows, acts on commands, keeps the button. */
import { emptySteadyFor } from '../coordinator/limits.ts';
import { isHiddenPage, viewOf } from '../dashboard/dom.ts';
import type { Route } from '../dashboard/menu.ts';
import type { Ended, Surroundings, Task } from '../dashboard/operate.ts';
import { type PageReading, readPage } from '../dashboard/page.ts';
import { watchPage } from '../dashboard/watch.ts';
import { widgetIdsIn } from '../dashboard/widgets.ts';
import { later } from '../later.ts';
import { type Command, parseCommand } from '../messages/commands.ts';
import type { Observation, Progress, Report } from '../messages/reports.ts';
import { type MessageListener, native } from '../native.ts';
import { newId } from '../new-id.ts';
import { Changes } from './changes.ts';
import { askedForAt, navigationOf } from './navigation.ts';
import { isAlive, mayFire, send, sendSurely } from './outbox.ts';
import { PageButton } from './page-button.ts';
import { partOf } from './parts.ts';
import { Presses } from './presses.ts';

/** An operation reads the page twice in a second, and waits no longer than 5 s to be told that it may fire (ms). */
const heldAfter = 6_000;

/** One run of the content script; `signal` ends all that it creates. */
export class Agent {
  private readonly document = newId();
  private readonly changes = new Changes();
  private readonly button: PageButton;
  private readonly presses: Presses;
  private readonly taken = new Set<Route>();
  /** What this document knows of each intent it ever heard of; nothing is ever taken out. */
  private readonly intents = new Map<string, Progress>();
  /** When the operation that is in flight last read the page (by `performance`, ms). */
  private workedAt = 0;
  private sight = { identity: '', state: '', asOf: 0 };
  /** Tokens do not come back: one seen before in this document is as old as its first sight, until we say there is none. */
  private readonly firstSeen = new Map<string, number>();
  /** Runs while the page shows that there is no token and we do not say so yet. */
  private held: (() => void) | undefined;

  private readonly page: Document;
  private readonly end: AbortController;

  constructor(page: Document, end: AbortController) {
    this.page = page;
    this.end = end;
    const read = () => this.read();
    this.button = new PageButton(page, read, end.signal);
    const changed = (limit: number) => this.changes.next(limit);
    const isOver = () => !isAlive() || this.isBusy();
    this.presses = new Presses({ read, changed, isOver, signal: end.signal });
  }

  /** Starts to watch, to report and to listen; ends with the signal. */
  start(): void {
    const { signal } = this.end;
    const listener: MessageListener = (message, sender, reply) => this.receive(message, sender, reply);
    native.runtime.onMessage.addListener(listener);
    signal.addEventListener('abort', () => {
      this.held?.();
      if (isAlive()) native.runtime.onMessage.removeListener(listener);
    });
    watchPage(this.page, signal, () => this.look());
    // A page that comes back from the cache says again what it shows, as of when it first showed it.
    viewOf(this.page)?.addEventListener('pageshow', (event) => event.isTrusted && event.persisted && this.report(), {
      signal,
    });
  }

  private read(): PageReading {
    return readPage(this.page, this.status(), this.taken);
  }

  /** The HTTP status the page came with; 0 where the browser does not tell. */
  private status(): number {
    return navigationOf(this.page)?.responseStatus ?? 0;
  }

  private look(): readonly Node[] {
    if (!isAlive()) {
      this.end.abort();
      return [];
    }
    const reading = this.read();
    this.button.show(reading);
    this.presses.show(reading);
    if (this.note(reading)) this.report(reading);
    this.changes.tell();
    return reading.snapshot.roots;
  }

  /** Notes since when the page says what it says; true where that is news. */
  private note({ report }: PageReading): boolean {
    // What an unreadable page is made of may change all the time; that it cannot be read is the news.
    const identity = JSON.stringify(report.kind === 'unreadable' ? [report.kind, report.reason] : report);
    if (identity === this.sight.identity) return false;
    const state = report.kind === 'token' ? report.token : report.kind;
    this.sight = { identity, state, asOf: state === this.sight.state ? this.sight.asOf : this.asOf(report) };
    if (report.kind === 'none') this.reportEmpty();
    return true;
  }

  private asOf(report: PageReading['report']): number {
    // What stands there at the first look is as old as the page: after an update this script comes into pages that have
    // been open for long, and must not take the token of last week for news.
    const at = this.sight.identity === '' ? askedForAt(this.page) : Date.now();
    if (report.kind !== 'token') return at;
    const first = this.firstSeen.get(report.token) ?? at;
    this.firstSeen.set(report.token, first);
    return first;
  }

  private observation(reading = this.read()): Observation {
    this.note(reading);
    // Whoever hears that there is none has to take the next token for news, even one that stood here before.
    if (reading.report.kind === 'none') this.firstSeen.clear();
    const widgets = this.widgets(reading);
    return {
      document: this.document,
      asOf: this.sight.asOf,
      hidden: isHiddenPage(this.page),
      navigated: navigationOf(this.page)?.type === 'navigate',
      ...(this.status() >= 400 && { failed: true as const }),
      ...(widgets.length > 0 && { widgets }),
      page: reading.report,
    };
  }

  private widgets({ report }: PageReading): string[] {
    if (report.kind === 'token') return widgetIdsIn(this.page, report.token);
    return report.kind === 'app' || report.kind === 'none' ? widgetIdsIn(this.page) : [];
  }

  private report(reading = this.read()): void {
    if (reading.report.kind === 'none') this.reportEmpty();
    else if (reading.report.kind !== 'other') this.say(reading);
  }

  /** Says that there is no token once the page has said so for a while: it may only not have drawn it yet. */
  private reportEmpty(): void {
    this.held?.();
    this.held = later(emptySteadyFor, () => {
      const reading = this.read();
      if (this.note(reading)) this.report(reading);
      else if (reading.report.kind === 'none') this.say(reading);
    });
  }

  private say(reading: PageReading): void {
    void send({ type: 'observed', observation: this.observation(reading) });
  }

  private receive(...[message, sender, reply]: Parameters<MessageListener>): true | undefined {
    if (sender.id !== native.runtime.id || sender.tab) return undefined;
    const command = parseCommand(message);
    if (!command) return undefined;
    reply(this.obey(command));
    return true;
  }

  private obey(command: Command): unknown {
    switch (command.type) {
      case 'look':
        return this.observation();
      case 'walk':
        return { walked: command.document === this.document && this.walk() };
      case 'operate':
        return { accepted: command.document === this.document && this.accept(command.intent, command) };
      case 'recall': {
        const progress = this.progressNow(command.intent);
        // Once asked about, an intent never heard of must not start here any more.
        if (progress.kind === 'unknown')
          this.intents.set(command.intent, { kind: 'notPressed', failure: 'interrupted' });
        return { progress, observation: this.observation() };
      }
    }
  }

  /**
   * What this document knows of `intent` now. Firefox lets a page answer us that a dialog of its own holds, and that does
   * nothing else; in Chromium it answers nobody, and one in the background may work once in a minute.
   */
  private progressNow(intent: string): Progress {
    const progress = this.intents.get(intent) ?? { kind: 'unknown' };
    if (!import.meta.env.FIREFOX || progress.kind !== 'inFlight') return progress;
    const isHeld = performance.now() - this.workedAt > heldAfter;
    return isHeld ? { ...progress, need: progress.need ?? 'unknownDialog' } : progress;
  }

  private walk(): boolean {
    const step = this.read().step;
    if (!step) return false;
    this.taken.add(step.route);
    step.element.click();
    return true;
  }

  private accept(intent: string, task: Task): boolean {
    const operate = partOf('operate');
    // Without the driver this document has not heard of the intent: whoever asks is told so, and bars it.
    if (!operate || this.intents.has(intent)) return false;
    const busy = this.isBusy();
    if (!busy) this.workedAt = performance.now();
    this.intents.set(
      intent,
      busy ? { kind: 'notPressed', failure: 'busy' } : { kind: 'inFlight', step: 'reading', need: null },
    );
    if (!busy) void this.perform(intent, (around) => operate(task, around));
    return !busy;
  }

  private isBusy(): boolean {
    return [...this.intents.values()].some(({ kind }) => kind === 'inFlight');
  }

  private async perform(intent: string, operate: (around: Surroundings) => Promise<Ended>): Promise<void> {
    let asked = false;
    const around: Surroundings = {
      doc: this.page,
      read: () => {
        this.workedAt = performance.now();
        return this.read();
      },
      changed: (limit) => this.changes.next(limit),
      mayFire: () => {
        asked = true;
        return mayFire(intent, this.document);
      },
      report: (step, need) => {
        this.intents.set(intent, { kind: 'inFlight', step, need });
        void send(this.progressOf(intent));
      },
    };
    const ended = await operate(around).catch(
      // A page that breaks the reader: before the question nothing was pressed, after it nobody can tell.
      (): Ended =>
        asked ? { kind: 'pressed', changed: false, answered: false } : { kind: 'notPressed', failure: 'unreadable' },
    );
    this.intents.set(intent, ended);
    await sendSurely(this.progressOf(intent));
  }

  private progressOf(intent: string): Report {
    const progress = this.intents.get(intent) ?? { kind: 'unknown' };
    return { type: 'progress', intent, observation: this.observation(), progress };
  }
}
