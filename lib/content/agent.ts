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
import { isAlive, mayFire, send, sendSurely } from './outbox.ts';
import { PageButton } from './page-button.ts';
import { partOf } from './parts.ts';
import { Presses } from './presses.ts';

/** One run of the content script; `signal` ends all that it creates. */
export class Agent {
  private readonly document = newId();
  private readonly changes = new Changes();
  private readonly button: PageButton;
  private readonly presses: Presses;
  private readonly taken = new Set<Route>();
  /** What this document knows of each intent it ever heard of; nothing is ever taken out. */
  private readonly intents = new Map<string, Progress>();
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
    viewOf(this.page)?.addEventListener('pageshow', (event) => event.persisted && this.report(), { signal });
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
        const progress = this.intents.get(command.intent) ?? { kind: 'unknown' };
        // Once asked about, an intent never heard of must not start here any more.
        if (progress.kind === 'unknown')
          this.intents.set(command.intent, { kind: 'notPressed', failure: 'interrupted' });
        return { progress, observation: this.observation() };
      }
    }
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
      read: () => this.read(),
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

/** When the page was asked for (epoch ms); now, where the browser does not tell; 0 where that may be long ago. */
function askedForAt(page: Document): number {
  const clock = viewOf(page)?.performance;
  const navigation = navigationOf(page);
  if (!clock?.timeOrigin) return Date.now();
  // Back, and a tab that is restored, may show what the browser has kept of the page, whatever its age.
  if (navigation?.type === 'back_forward' && navigation.transferSize === 0) return 0;
  const { requestStart = 0 } = navigation ?? {};
  const ago = clock.now() - requestStart;
  // Firefox sets `timeOrigin` by a clock that stands still while the computer sleeps, and that all pages of a process
  // share (https://github.com/w3c/hr-time/issues/115): only what is long ago is dated by it.
  const asked = ago < datedByItself ? Date.now() - ago : clock.timeOrigin + requestStart;
  return Math.min(Math.round(asked), Date.now());
}

/** A page that was asked for so long ago (ms) may have been open while the computer slept. */
const datedByItself = 60_000;

/** How the page came to be here, and with which HTTP status; undefined where the browser does not tell. */
function navigationOf(page: Document): PerformanceNavigationTiming | undefined {
  const [entry] = viewOf(page)?.performance.getEntriesByType('navigation') ?? [];
  return entry as PerformanceNavigationTiming | undefined;
}
